import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Entry } from '../../ui/entry.tsx';
import styles from './held-entry.module.css';
import type { HeldItem } from './held-items.ts';

export interface HeldEntryProps {
  readonly item: HeldItem;
  readonly onTake: () => void;
  readonly onDrop: () => void;
}

/** One piece of held work: who wrote it and when, what it would change, and the two ways to end it. */
export const HeldEntry = ({ item, onTake, onDrop }: HeldEntryProps) => {
  const words = t.held;
  const { what, changes, lines, doorHref, after, isTakeable } = item;
  const named = `${what} ${t.ui.join.list(changes.map(({ label }) => label))}`.trim();
  return (
    <Entry
      title={what}
      aside={
        doorHref !== null && (
          <ButtonLink variant="quiet" href={doorHref}>
            {words.toDoor}
          </ButtonLink>
        )
      }
      sub={
        <>
          <p>{useAuthorWords(item)}</p>
          {lines.length > 0 && <p className={styles.text}>{lines.join('\n')}</p>}
          {changes.map(({ label, now, proposed }) => (
            <p key={label} className={styles.text}>
              {words.change(label, now)} <b className={styles.proposed}>{proposed}</b>
            </p>
          ))}
          {after.length > 0 && <p>{words.after(after.length)}</p>}
          {!isTakeable && <p>{words.gone}</p>}
        </>
      }
    >
      {isTakeable && (
        <Button variant="outline" label={`${words.take}:${named}`} onClick={onTake}>
          {words.take}
        </Button>
      )}
      <Button variant="quiet" label={`${words.drop}:${named}`} onClick={onDrop}>
        {words.drop}
      </Button>
    </Entry>
  );
};

/** Who wrote it, when, and why it did not count at once. */
const useAuthorWords = ({ held }: HeldItem): string => {
  const { session } = useWorkspace();
  const words = t.held;
  const when = held.writtenAt === null ? '' : t.dates.moment(held.writtenAt, systemClock.now());
  const isMine = held.authorId === session.account.id;
  const reasons: Readonly<Record<string, string>> = words.reasons;
  const reason = reasons[held.reason];
  return [isMine ? words.byYou(when) : words.by(held.authorName ?? '', when), reason].filter(Boolean).join(' · ');
};
