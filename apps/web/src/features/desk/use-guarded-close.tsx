import { type ReactNode, useState } from 'react';
import { tDesk } from '../../locale/desk-messages.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

export interface GuardedClose {
  readonly close: () => void;
  /** The question, to be placed beside the sheet that it guards. */
  readonly question: ReactNode;
}

/** Closes a form at once while nothing was typed, and asks before typing would be lost. */
export const useGuardedClose = (isTouched: boolean, onClose: () => void): GuardedClose => {
  const [asks, setAsks] = useState(false);
  const { desk } = tDesk;
  return {
    close: () => (isTouched ? setAsks(true) : onClose()),
    question: (
      <ConfirmDialog
        open={asks}
        title={desk.unsavedTitle}
        confirmLabel={desk.unsavedLeave}
        cancelLabel={desk.unsavedStay}
        tone="danger"
        onConfirm={() => {
          setAsks(false);
          onClose();
        }}
        onCancel={() => setAsks(false)}
      >
        {desk.unsavedBody}
      </ConfirmDialog>
    ),
  };
};
