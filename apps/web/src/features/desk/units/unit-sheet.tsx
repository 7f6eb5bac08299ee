import type { UnitKind } from '@lianxin/domain';
import { type UnitNode, unitAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { showToast } from '../../../ui/toast.ts';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { useGuardedClose } from '../use-guarded-close.tsx';
import { draftErrors, draftOf, draftToChange, draftToNewUnit } from './unit-draft.ts';
import { UnitFields } from './unit-fields.tsx';
import { kindLabel } from './unit-tree.ts';

/** Is what the form of a unit is open for: a new one below a parent, or a change. */
export type UnitTask =
  | { readonly type: 'add'; readonly kind: UnitKind; readonly parent: UnitNode | null }
  | { readonly type: 'edit'; readonly unit: UnitNode };

export interface UnitSheetProps {
  readonly task: UnitTask;
  readonly onClose: () => void;
  readonly onAdded: (unit: UnitNode) => void;
}

const requestOf = (task: UnitTask, draft: ReturnType<typeof draftOf>) =>
  task.type === 'add'
    ? { path: '/units', method: 'POST' as const, json: draftToNewUnit(task.kind, task.parent?.id ?? null, draft) }
    : { path: `/units/${task.unit.id}`, method: 'PATCH' as const, json: draftToChange(task.unit.kind, draft) };

/** Adds a unit or changes one. */
export const UnitSheet = ({ task, onClose, onAdded }: UnitSheetProps) => {
  const words = tDesk.units;
  const kind = task.type === 'add' ? task.kind : task.unit.kind;
  const [draft, setDraft] = useState(() => draftOf(task.type === 'edit' ? task.unit : null));
  const [isTouched, setIsTouched] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const change = useChange();
  const guarded = useGuardedClose(isTouched, onClose);
  const errors = draftErrors(draft);
  const submit = async () => {
    setIsChecked(true);
    if (Object.keys(errors).length > 0) return;
    const answer = await change.send({ ...requestOf(task, draft), schema: unitAnswerSchema, outdates: ['units'] });
    if (!answer.ok) return;
    showToast({ text: task.type === 'add' ? words.added(answer.value.unit.name) : words.saved });
    if (task.type === 'add') onAdded(answer.value.unit);
    onClose();
  };
  const title =
    task.type === 'add' ? words.addTitle(kindLabel(kind), task.parent?.name ?? '') : words.editTitle(task.unit.name);
  return (
    <>
      <Sheet open onClose={guarded.close} title={title}>
        <Form
          onSubmit={submit}
          bar={
            <ActionBar>
              <Button type="submit" variant="main" busy={change.isBusy}>
                {task.type === 'add' ? words.add : t.ui.save}
              </Button>
            </ActionBar>
          }
        >
          <UnitFields
            kind={kind}
            draft={draft}
            errors={isChecked ? errors : {}}
            onChange={(changes) => {
              setIsTouched(true);
              setDraft((former) => ({ ...former, ...changes }));
            }}
          />
          <FailureNote failure={change.failure} />
        </Form>
      </Sheet>
      {guarded.question}
    </>
  );
};
