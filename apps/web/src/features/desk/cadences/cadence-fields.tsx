import { tagKind } from '@lianxin/domain';
import { tDesk } from '../../../locale/desk-messages.ts';
import { codeOptions } from '../../../locale/labels.ts';
import { CheckField } from '../../../ui/check-field.tsx';
import { ChipGroup } from '../../../ui/chip-group.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { CadenceErrors, TypedCadence } from './cadence-draft.ts';

export interface CadenceFieldsProps {
  readonly cadence: TypedCadence;
  readonly errors: CadenceErrors;
  readonly onChange: (changes: Partial<TypedCadence>) => void;
}

/** Asks for what a cadence says: whom, how often, and how soon after a major change. */
export const CadenceFields = ({ cadence, errors, onChange }: CadenceFieldsProps) => {
  const words = tDesk.cadences;
  const kinds: readonly { readonly value: string; readonly label: string }[] = codeOptions(tagKind.entries);
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={40}
        value={cadence.name}
        error={errors.name}
        onChange={(name) => onChange({ name })}
      />
      <NumberField
        label={words.everyDays}
        hint={words.everyDaysHint}
        unit={words.days}
        value={cadence.everyDays}
        error={errors.everyDays}
        onChange={(everyDays) => onChange({ everyDays })}
      />
      <ChipGroup
        mode="multi"
        label={words.anyOf}
        options={kinds}
        value={cadence.tagKinds}
        onChange={(tagKinds) => onChange({ tagKinds })}
      />
      <Sub padded>{words.anyOfHint}</Sub>
      <ChipGroup
        mode="multi"
        label={words.alsoOf}
        options={kinds}
        value={cadence.alsoTagKinds}
        onChange={(alsoTagKinds) => onChange({ alsoTagKinds })}
      />
      <NumberField
        label={words.minAge}
        unit={words.years}
        value={cadence.minAge}
        error={errors.minAge}
        onChange={(minAge) => onChange({ minAge })}
      />
      <NumberField
        label={words.afterChange}
        hint={words.afterChangeHint}
        unit={words.days}
        value={cadence.afterChangeDays}
        error={errors.afterChangeDays}
        onChange={(afterChangeDays) => onChange({ afterChangeDays })}
      />
      <CheckField
        label={words.isActive}
        hint={words.isActiveHint}
        checked={cadence.isActive}
        onChange={(isActive) => onChange({ isActive })}
      />
    </>
  );
};
