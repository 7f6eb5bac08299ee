import { civilDateAt } from '@lianxin/domain';
import { type UnitNode, unitAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { showToast } from '../../../ui/toast.ts';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';

export interface CloseUnitSheetProps {
  readonly unit: UnitNode;
  readonly onClose: () => void;
}

/** Takes a unit out of use from a day on; what was recorded there stays. */
export const CloseUnitSheet = ({ unit, onClose }: CloseUnitSheetProps) => {
  const words = tDesk.units;
  const [toOn, setToOn] = useState(() => civilDateAt(systemClock.now()));
  const change = useChange();
  const submit = async () => {
    const answer = await change.send({
      path: `/units/${unit.id}/close`,
      method: 'POST',
      json: toOn === '' ? {} : { toOn },
      schema: unitAnswerSchema,
      outdates: ['units'],
    });
    if (!answer.ok) return;
    showToast({ text: words.closed(unit.name, answer.value.unit.toOn ?? toOn) });
    onClose();
  };
  return (
    <Sheet open onClose={onClose} title={words.closeTitle(unit.name)}>
      <Form
        onSubmit={submit}
        bar={
          <ActionBar>
            <Button type="submit" variant="danger" busy={change.isBusy}>
              {words.close}
            </Button>
          </ActionBar>
        }
      >
        <Sub padded>{words.closeBody}</Sub>
        <DateField label={words.closeOn} value={toOn} onChange={setToOn} />
        <FailureNote failure={change.failure} />
      </Form>
    </Sheet>
  );
};
