import { type Account, accountAnswerSchema } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { showToast } from '../../../ui/toast.ts';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';

export interface DisableDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** Asks before an account is closed for good. */
export const DisableDialog = ({ account, onClose }: DisableDialogProps) => {
  const words = tDesk.accounts;
  const change = useChange();
  const disable = async () => {
    const request = { path: `/accounts/${account.id}/disable`, method: 'POST' as const, json: {} };
    const answer = await change.send({ ...request, schema: accountAnswerSchema, outdates: ['accounts'] });
    if (!answer.ok) return;
    showToast({ text: words.disabled(account.name) });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={words.disableTitle(account.name)}
      confirmLabel={words.disable}
      tone="danger"
      busy={change.isBusy}
      onConfirm={disable}
      onCancel={onClose}
    >
      {words.disableBody}
      <FailureNote failure={change.failure} />
    </ConfirmDialog>
  );
};
