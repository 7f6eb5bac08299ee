import { civilDateAt } from '@lianxin/domain';
import type { InviteAnswer } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { copyText } from '../../../platform/save-file.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Note } from '../../../ui/note.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { showToast } from '../../../ui/toast.ts';
import { dutiesText } from './account-rows.ts';
import styles from './invitation-card.module.css';
import { codeInGroups, typedAddress } from './invitation-text.ts';

export interface InvitationCardProps {
  readonly invited: InviteAnswer;
  readonly onDone: () => void;
}

const copy = async (link: string): Promise<void> => {
  const { copied, notCopied } = tDesk.accounts.card;
  showToast({ text: (await copyText(link)) ? copied : notCopied });
};

/** Shows an invitation once: the card to print or photograph, and the link to send. */
export const InvitationCard = ({ invited, onDone }: InvitationCardProps) => {
  const words = tDesk.accounts.card;
  const { account, invitation } = invited;
  const today = civilDateAt(systemClock.now());
  return (
    <>
      <div className={styles.aside}>
        <FilterBar
          label={words.title}
          end={
            <Button variant="main" size="compact" onClick={onDone}>
              {words.done}
            </Button>
          }
        >
          <Button size="compact" onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button size="compact" onClick={() => void copy(invitation.link)}>
            {words.copyLink}
          </Button>
        </FilterBar>
        <Note tone="soon">{words.shownOnce}</Note>
      </div>
      <article className={styles.card} aria-label={words.for(account.name)}>
        <div className={styles.words}>
          <p className={styles.brand}>{t.shell.appName}</p>
          <p className={styles.name}>{account.name}</p>
          <p className={styles.duty}>{dutiesText(account, today)}</p>
          <p className={styles.hint}>{words.or}</p>
          <p className={styles.address}>{typedAddress(invitation.link)}</p>
          <p className={styles.hint}>{words.code}</p>
          <p className={styles.code}>{codeInGroups(invitation.code)}</p>
        </div>
        <div className={styles.scan}>
          <QrCode text={invitation.link} label={words.qrLabel(codeInGroups(invitation.code))} />
          <p className={styles.hint}>{words.scan}</p>
        </div>
        <p className={styles.foot}>
          {words.until(t.dates.moment(invitation.expiresAt, systemClock.now()))} · {words.once}
        </p>
      </article>
      <p className={styles.link}>
        {words.link} <code>{invitation.link}</code>
      </p>
    </>
  );
};
