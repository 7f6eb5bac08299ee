import { type Account, type InviteAnswer, inviteAnswerSchema } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';

export interface ReinviteDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onInvited: (answer: InviteAnswer) => void;
}

/** Asks before a new invitation takes the place of the old one. */
export const ReinviteDialog = ({ account, onClose, onInvited }: ReinviteDialogProps) => {
  const words = tDesk.accounts;
  const change = useChange();
  const reinvite = async () => {
    const request = { path: `/accounts/${account.id}/invitation`, method: 'POST' as const, json: {} };
    const answer = await change.send({ ...request, schema: inviteAnswerSchema, outdates: ['accounts'] });
    if (answer.ok) onInvited(answer.value);
  };
  return (
    <ConfirmDialog
      open
      title={words.reinviteTitle(account.name)}
      confirmLabel={words.create}
      busy={change.isBusy}
      onConfirm={reinvite}
      onCancel={onClose}
    >
      {words.reinviteBody}
      <FailureNote failure={change.failure} />
    </ConfirmDialog>
  );
};
