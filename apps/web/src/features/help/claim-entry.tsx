import { useState } from 'react';
import { tHelp } from '../../locale/help-messages.ts';
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
  const what = notice?.what ?? card?.what ?? tHelp.lost.something;
  return (
    <Entry
      title={what}
      sub={
        <>
          {notice && wishDetails(notice)}
          {card === null && (
            <div>
              <Tick count={1} tone="soft">
                {tHelp.waiting}
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
            <ButtonLink variant="main" href={`/help/finish/${noticeId}`} label={`${tHelp.finish}:${what}`}>
              {tHelp.finish}
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
    showToast(result.type === 'saved' ? { text: tHelp.released } : notSavedToast(result));
  };
  return (
    <>
      <Button variant="slim" onClick={() => setIsAsking(true)} label={`${tHelp.release}:${what}`}>
        {tHelp.release}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={tHelp.releaseTitle}
        confirmLabel={tHelp.release}
        onConfirm={() => void release()}
        onCancel={() => setIsAsking(false)}
      >
        {tHelp.releaseBody}
      </ConfirmDialog>
    </>
  );
};
