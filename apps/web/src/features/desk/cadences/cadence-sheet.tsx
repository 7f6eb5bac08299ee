import { cadencePresets } from '@lianxin/domain';
import { cadencesAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { showToast } from '../../../ui/toast.ts';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { useGuardedClose } from '../use-guarded-close.tsx';
import { cadenceErrors, type TypedCadence, toCadence } from './cadence-draft.ts';
import { CadenceFields } from './cadence-fields.tsx';

export interface CadenceSheetProps {
  readonly communityId: string;
  /** What the form opens with: one that is there, or an empty one. */
  readonly initial: TypedCadence;
  readonly onClose: () => void;
}

/** Changes a cadence or adds one. */
export const CadenceSheet = ({ communityId, initial, onClose }: CadenceSheetProps) => {
  const words = tDesk.cadences;
  const [cadence, setCadence] = useState(initial);
  const [isTouched, setTouched] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const change = useChange();
  const guarded = useGuardedClose(isTouched, onClose);
  const source = cadencePresets.find(({ presetKey }) => presetKey === initial.presetKey)?.source;
  const submit = async () => {
    setChecked(true);
    const made = toCadence(cadence);
    if (made === null) return;
    const json = { community: communityId, cadence: made };
    const request = { path: '/cadences', method: 'POST' as const, json, outdates: ['cadences'] };
    const answer = await change.send({ ...request, schema: cadencesAnswerSchema });
    if (!answer.ok) return;
    showToast({ text: words.saved(made.name) });
    onClose();
  };
  const bar = (
    <ActionBar>
      <Button type="submit" variant="main" busy={change.isBusy}>
        {words.save}
      </Button>
    </ActionBar>
  );
  return (
    <>
      <Sheet open onClose={guarded.close} title={initial.name === '' ? words.addTitle : words.editTitle(initial.name)}>
        <Form onSubmit={submit} bar={bar}>
          {source !== undefined && <Sub padded>{words.source(source)}</Sub>}
          <CadenceFields
            cadence={cadence}
            errors={isChecked ? cadenceErrors(cadence) : {}}
            onChange={(changes) => {
              setTouched(true);
              setCadence((former) => ({ ...former, ...changes }));
            }}
          />
          <FailureNote failure={change.failure} />
        </Form>
      </Sheet>
      {guarded.question}
    </>
  );
};
