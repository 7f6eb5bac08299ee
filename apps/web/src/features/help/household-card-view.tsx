import { tHelp } from '../../locale/help-messages.ts';
import { Sub } from '../../ui/sub.tsx';
import styles from './household-card-view.module.css';
import type { HouseholdCard } from './wish-board.ts';

export type HouseholdCardViewProps = { readonly card: HouseholdCard };

/** The way to a household: its door and phone if it agreed, otherwise the grid worker who comes along. */
export const HouseholdCardView = ({ card }: HouseholdCardViewProps) => {
  const words = tHelp.card;
  if (card.agreementWay === 'none' || card.address === null) {
    return <p className={styles.card}>{words.accompanied(card.workerName ?? words.someWorker)}</p>;
  }
  return (
    <div className={styles.card}>
      <p className={styles.address}>{card.address}</p>
      <p>
        {card.contactName}
        {card.phone && (
          <>
            {' '}
            <a className={styles.phone} href={`tel:${card.phone}`} aria-label={words.call(card.phone)}>
              {card.phone}
            </a>
          </>
        )}
      </p>
      <Sub>
        {card.workerName && `${words.worker} ${card.workerName} · `}
        {words.until}
      </Sub>
    </div>
  );
};
