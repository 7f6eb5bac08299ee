import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { notSavedToast } from '../../storage/intents/not-saved.ts';
import { useSave } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Entry } from '../../ui/entry.tsx';
import { Tick } from '../../ui/tick.tsx';
import { showToast } from '../../ui/toast.ts';
import styles from './claim-entry.module.css';
import { HouseholdCardView } from './household-card-view.tsx';
import type { Claim } from './wish-board.ts';
import { wishDetails } from './wish-details.ts';

export type ClaimEntryProps = { readonly claim: Claim };

/** One wish that somebody has taken on: waiting for the server's word, or with the household's card. */
export const ClaimEntry = ({ claim: { noticeId, notice, card } }: ClaimEntryProps) => {
  const what = notice?.what ?? card?.what ?? t.help.lost.something;
  return (
    <Entry
      title={what}
      sub={
        <>
          {notice && wishDetails(notice)}
          {card === null && (
            <div>
              <Tick count={1} tone="soft">
                {t.help.waiting}
              </Tick>
            </div>
          )}
        </>
      }
      prominent
    >
      {card && <HouseholdCardView card={card} />}
      <div className={styles.whole}>
        <ActionBar>
          {card && (
            <ButtonLink variant="main" href={`/help/finish/${noticeId}`} label={`${t.help.finish}:${what}`}>
              {t.help.finish}
            </ButtonLink>
          )}
          <ReleaseButton noticeId={noticeId} what={what} />
        </ActionBar>
      </div>
    </Entry>
  );
};

const ReleaseButton = ({ noticeId, what }: { readonly noticeId: string; readonly what: string }) => {
  const save = useSave();
  const [isAsking, setIsAsking] = useState(false);
  const release = async () => {
    setIsAsking(false);
    const result = await save({ name: 'wish.release', args: { noticeId } });
    showToast(result.type === 'saved' ? { text: t.help.released } : notSavedToast(result));
  };
  return (
    <>
      <Button variant="slim" onClick={() => setIsAsking(true)} label={`${t.help.release}:${what}`}>
        {t.help.release}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t.help.releaseTitle}
        confirmLabel={t.help.release}
        onConfirm={() => void release()}
        onCancel={() => setIsAsking(false)}
      >
        {t.help.releaseBody}
      </ConfirmDialog>
    </>
  );
};
