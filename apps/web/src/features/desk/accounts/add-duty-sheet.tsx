import { civilDateAt, type Role } from '@lianxin/domain';
import { type Account, accountAnswerSchema, type UnitNode } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { showToast } from '../../../ui/toast.ts';
import { withDuty } from '../duties.ts';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { DutyFields } from './duty-fields.tsx';
import { inviteErrors } from './invite-draft.ts';
import { useUnitChoice } from './use-unit-choice.ts';

export interface AddDutySheetProps {
  readonly account: Account;
  readonly units: readonly UnitNode[];
  readonly onClose: () => void;
}

/** Gives somebody one more place to look after, from today. */
export const AddDutySheet = ({ account, units, onClose }: AddDutySheetProps) => {
  const words = tDesk.accounts;
  const choice = useUnitChoice(units);
  const [duty, setDuty] = useState<{ readonly role: Role | null; readonly unitId: string | null }>({
    role: null,
    unitId: null,
  });
  const [isChecked, setIsChecked] = useState(false);
  const change = useChange();
  const errors = inviteErrors({ ...duty, name: account.name, canViewUnmasked: false });
  const submit = async () => {
    setIsChecked(true);
    const { role, unitId } = duty;
    if (role === null || unitId === null) return;
    const postings = withDuty(account, { role, unitId }, civilDateAt(systemClock.now()));
    const path = `/accounts/${account.id}/postings`;
    const request = { path, method: 'PUT' as const, json: { postings } };
    const answer = await change.send({ ...request, schema: accountAnswerSchema, outdates: ['accounts'] });
    if (!answer.ok) return;
    showToast({ text: words.dutyAdded });
    onClose();
  };
  const bar = (
    <ActionBar>
      <Button type="submit" variant="main" busy={change.isBusy}>
        {tDesk.units.post}
      </Button>
    </ActionBar>
  );
  return (
    <Sheet open onClose={onClose} title={words.addDutyTitle(account.name)}>
      <Form onSubmit={submit} bar={bar}>
        <DutyFields {...duty} choice={choice} errors={isChecked ? errors : {}} onChange={setDuty} />
        <FailureNote failure={change.failure} />
      </Form>
    </Sheet>
  );
};
