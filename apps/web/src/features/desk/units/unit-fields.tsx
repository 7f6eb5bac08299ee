import { buildingLayout, type UnitKind, unit as unitRecord } from '@lianxin/domain';
import { tDesk } from '../../../locale/desk-messages.ts';
import { codeOptions, labelText } from '../../../locale/labels.ts';
import { t } from '../../../locale/messages.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { draftFields, type UnitDraft } from './unit-draft.ts';

export interface UnitFieldsProps {
  readonly kind: UnitKind;
  readonly draft: UnitDraft;
  readonly errors: Partial<Record<keyof UnitDraft, string>>;
  readonly onChange: (changes: Partial<UnitDraft>) => void;
}

const layouts = codeOptions(buildingLayout.entries);

/** Asks for what a unit of one level has. */
export const UnitFields = ({ kind, draft, errors, onChange }: UnitFieldsProps) => {
  const words = tDesk.units;
  const { fields } = unitRecord;
  const asked = draftFields(kind);
  return (
    <>
      <TextField
        label={labelText(fields.name.label)}
        hint={words.nameHint}
        required
        maxLength={60}
        value={draft.name}
        error={errors.name}
        onChange={(name) => onChange({ name })}
      />
      {asked.includes('code') && (
        <TextField
          label={t.ui.optional(labelText(fields.code.label))}
          hint={words.codeHint}
          maxLength={40}
          value={draft.code}
          onChange={(code) => onChange({ code })}
        />
      )}
      {asked.includes('estate') && (
        <TextField
          label={t.ui.optional(labelText(fields.estate.label))}
          hint={words.estateHint}
          maxLength={60}
          value={draft.estate}
          onChange={(estate) => onChange({ estate })}
        />
      )}
      {asked.includes('layout') && (
        <SelectField
          label={labelText(fields.layout.label)}
          hint={words.layoutHint}
          options={layouts}
          value={draft.layout}
          emptyLabel={words.noLayout}
          onChange={(layout) => onChange({ layout })}
        />
      )}
      {asked.includes('floors') && (
        <NumberField
          label={t.ui.optional(labelText(fields.floors.label))}
          value={draft.floors}
          error={errors.floors}
          onChange={(floors) => onChange({ floors })}
        />
      )}
      {asked.includes('supervisionPhone') && (
        <TextField
          label={t.ui.optional(labelText(fields.supervisionPhone.label))}
          hint={words.supervisionPhoneHint}
          type="tel"
          maxLength={40}
          value={draft.supervisionPhone}
          onChange={(supervisionPhone) => onChange({ supervisionPhone })}
        />
      )}
      {asked.includes('duty') && (
        <TextArea
          label={t.ui.optional(labelText(fields.duty.label))}
          placeholder={words.dutyHint}
          maxLength={300}
          value={draft.duty}
          onChange={(duty) => onChange({ duty })}
        />
      )}
    </>
  );
};
