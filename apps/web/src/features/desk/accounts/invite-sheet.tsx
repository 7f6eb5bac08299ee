import { type InviteAnswer, inviteAnswerSchema, type UnitNode } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckField } from '../../../ui/check-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { useGuardedClose } from '../use-guarded-close.tsx';
import { DutyFields } from './duty-fields.tsx';
import { draftToInvite, type InviteDraft, inviteErrors, mayViewUnmasked } from './invite-draft.ts';
import { useUnitChoice } from './use-unit-choice.ts';

export interface InviteSheetProps {
  readonly units: readonly UnitNode[];
  /** The unit from whose page somebody is invited. */
  readonly unitId: string | null;
  readonly onClose: () => void;
  readonly onInvited: (answer: InviteAnswer) => void;
}

/** Invites somebody: a name, a role and a place. */
export const InviteSheet = ({ units, unitId, onClose, onInvited }: InviteSheetProps) => {
  const words = tDesk.accounts;
  const choice = useUnitChoice(units);
  const [draft, setDraft] = useState<InviteDraft>({ name: '', role: null, unitId, canViewUnmasked: false });
  const [isChecked, setIsChecked] = useState(false);
  const change = useChange();
  const guarded = useGuardedClose(draft.name !== '', onClose);
  const errors = isChecked ? inviteErrors(draft) : {};
  const set = (changes: Partial<InviteDraft>) => setDraft((former) => ({ ...former, ...changes }));
  const submit = async () => {
    setIsChecked(true);
    const json = draftToInvite(draft);
    if (json === null) return;
    const request = { path: '/accounts', method: 'POST' as const, json };
    const answer = await change.send({ ...request, schema: inviteAnswerSchema, outdates: ['accounts'] });
    if (answer.ok) onInvited(answer.value);
  };
  const bar = (
    <ActionBar>
      <Button type="submit" variant="main" busy={change.isBusy}>
        {words.create}
      </Button>
    </ActionBar>
  );
  return (
    <>
      <Sheet open onClose={guarded.close} title={words.inviteTitle}>
        <Form onSubmit={submit} bar={bar}>
          <TextField
            label={words.columns.name}
            hint={words.nameHint}
            required
            maxLength={60}
            value={draft.name}
            error={errors.name}
            onChange={(name) => set({ name })}
          />
          <DutyFields choice={choice} role={draft.role} unitId={draft.unitId} errors={errors} onChange={set} />
          {mayViewUnmasked(draft.role) && (
            <CheckField
              label={words.mayViewUnmasked}
              hint={words.mayViewUnmaskedHint}
              checked={draft.canViewUnmasked}
              onChange={(canViewUnmasked) => set({ canViewUnmasked })}
            />
          )}
          <FailureNote failure={change.failure} />
        </Form>
      </Sheet>
      {guarded.question}
    </>
  );
};
