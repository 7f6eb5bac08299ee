import { civilDateAt } from '@lianxin/domain';
import { accountAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../locale/desk-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { showToast } from '../../ui/toast.ts';
import { type Duty, endingDuty } from './duties.ts';
import { FailureNote } from './failure-note.tsx';
import { useChange } from './use-change.ts';

export interface EndDutyDialogProps {
  readonly duty: Duty;
  readonly onClose: () => void;
}

/** Asks before somebody stops looking after a unit. */
export const EndDutyDialog = ({ duty: { account, posting }, onClose }: EndDutyDialogProps) => {
  const words = tDesk.units;
  const change = useChange();
  const today = civilDateAt(systemClock.now());
  const [last, setLast] = useState<string>(posting.toOn ?? today);
  const isPast = last < today;
  const end = async () => {
    if (isPast) return;
    const answer = await change.send({
      path: `/accounts/${account.id}/postings`,
      method: 'PUT',
      json: { postings: endingDuty(account, posting, { today, last }) },
      schema: accountAnswerSchema,
      outdates: ['accounts'],
    });
    if (!answer.ok) return;
    showToast({ text: words.ended(account.name, posting.unitName, last === today ? null : last) });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={words.endTitle(account.name, posting.unitName)}
      confirmLabel={words.end}
      tone="danger"
      busy={change.isBusy}
      onConfirm={end}
      onCancel={onClose}
    >
      {words.endBody}
      <DateField
        label={words.lastDay}
        min={today}
        value={last}
        error={isPast ? words.lastDayPast : null}
        onChange={setLast}
      />
      <FailureNote failure={change.failure} />
    </ConfirmDialog>
  );
};
