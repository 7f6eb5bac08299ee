import { tHelp } from '../../locale/help-messages.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { HelpDraftEditing } from './help-draft.ts';

const givers = [
  { value: 'me', label: tHelp.record.giverMe },
  { value: 'other', label: tHelp.record.giverOther },
  { value: 'group', label: tHelp.record.giverGroup },
] as const;

/** Who helped: oneself, somebody without a phone, or a group. The recorder is always the one who is signed in. */
export const GiverFields = ({ draft, problems, onChange }: HelpDraftEditing) => {
  const words = tHelp.record;
  const nameError =
    problems.giverName === undefined ? null : problems.giverName === 'missing' ? words.giverMissing : words.wrong;
  return (
    <>
      <ChipGroup
        mode="single"
        label={words.giver}
        options={givers}
        value={draft.giver}
        onChange={(giver) => onChange({ giver: giver ?? 'me' })}
      />
      {draft.giver !== 'me' && (
        <TextField
          label={draft.giver === 'group' ? words.groupName : words.giverName}
          hint={draft.giver === 'other' ? words.giverNameHint : undefined}
          value={draft.giverName}
          onChange={(giverName) => onChange({ giverName })}
          error={nameError}
          required
        />
      )}
      {draft.giver === 'group' && (
        <NumberField
          label={words.giverCount}
          unit={words.peopleUnit}
          value={draft.giverCount}
          onChange={(giverCount) => onChange({ giverCount })}
          error={problems.giverCount === undefined ? null : words.wrong}
        />
      )}
    </>
  );
};
