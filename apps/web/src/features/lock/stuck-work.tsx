import { useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { RescueOffer } from '../../storage/intents/rescue-offer.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { PageActions } from '../../ui/page-actions.tsx';

export interface StuckWorkProps {
  readonly accountId: string;
  /** How much is lost; null where nobody can say. */
  readonly count: number | null;
  readonly isBusy: boolean;
  readonly onAgain: () => void;
  readonly onEmpty: () => void;
}

/** Offers the rescue file for what the server cannot take, and only then, twice confirmed, to go on without it. */
export const StuckWork = ({ accountId, count, isBusy, onAgain, onEmpty }: StuckWorkProps) => {
  const words = tLock.reset.stuck;
  const [isKnown, setKnown] = useState(false);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Note tone="late" live>
        {words.body(count)}
      </Note>
      <PageActions>
        <RescueOffer accountId={accountId} />
        <Button variant="slim" busy={isBusy} onClick={onAgain}>
          {tLock.reset.again}
        </Button>
      </PageActions>
      <CheckField label={words.known(count)} checked={isKnown} onChange={setKnown} />
      <PageActions>
        <Button variant="danger" disabled={!isKnown} busy={isBusy} onClick={() => setAsking(true)}>
          {words.goOn}
        </Button>
      </PageActions>
      <ConfirmDialog
        open={isAsking}
        title={words.title(count)}
        confirmLabel={words.lose}
        tone="danger"
        busy={isBusy}
        onConfirm={onEmpty}
        onCancel={() => setAsking(false)}
      >
        {words.last}
      </ConfirmDialog>
    </>
  );
};
