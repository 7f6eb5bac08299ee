import type { LedgerName } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useGuardedClose } from '../use-guarded-close.tsx';
import type { Exporting } from './use-export.ts';

export interface UnmaskedDialogProps {
  readonly name: LedgerName;
  readonly exporting: Exporting;
  readonly onClose: () => void;
}

/** Asks what an export with every number readable is for; the answer goes into the audit with it. */
export const UnmaskedDialog = ({ name, exporting, onClose }: UnmaskedDialogProps) => {
  const { unmasked: words, kinds } = tDesk.ledgers;
  const [which, setWhich] = useState<LedgerName>(name);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const guarded = useGuardedClose(reason.trim() !== '', onClose);
  const isMissing = reason.trim().length < 2;
  const submit = async () => {
    setIsChecked(true);
    if (isMissing) return;
    if (await exporting.start(which, reason.trim())) onClose();
  };
  const names: readonly LedgerName[] = name === 'residents' ? [name, 'as-imported'] : [name];
  const bar = (
    <ActionBar>
      <Button type="submit" variant="main" busy={exporting.isBusy}>
        {words.confirm}
      </Button>
    </ActionBar>
  );
  return (
    <>
      <Sheet open onClose={guarded.close} title={words.title}>
        <Form onSubmit={submit} bar={bar}>
          <Sub padded>{words.body}</Sub>
          {names.length > 1 && (
            <SelectField
              label={words.which}
              options={names.map((value) => ({ value, label: kinds[value] }))}
              value={which}
              onChange={(chosen) => setWhich(chosen ?? name)}
            />
          )}
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            required
            maxLength={200}
            value={reason}
            error={isChecked && isMissing ? words.reasonMissing : null}
            onChange={setReason}
          />
          <FailureNote failure={exporting.failure} />
        </Form>
      </Sheet>
      {guarded.question}
    </>
  );
};
