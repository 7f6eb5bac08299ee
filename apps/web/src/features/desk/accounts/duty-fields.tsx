import { posting, type Role } from '@lianxin/domain';
import { tDesk } from '../../../locale/desk-messages.ts';
import { labelText } from '../../../locale/labels.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { roleLabel } from '../duties.ts';
import { roleOptions, type UnitChoice, unitOptions } from './invite-draft.ts';

export interface DutyFieldsProps {
  readonly choice: UnitChoice;
  readonly role: Role | null;
  readonly unitId: string | null;
  readonly errors: { readonly role?: string; readonly unitId?: string };
  readonly onChange: (changes: { readonly role: Role | null; readonly unitId: string | null }) => void;
}

/** Asks for a role and then for a place where it makes sense. */
export const DutyFields = ({ choice, role, unitId, errors, onChange }: DutyFieldsProps) => {
  const places = unitOptions(choice, role);
  return (
    <>
      <SelectField
        label={labelText(posting.fields.role.label)}
        required
        options={roleOptions(choice).map((code) => ({ value: code, label: roleLabel(code) }))}
        value={role}
        error={errors.role}
        onChange={(chosen) => {
          const allowed = unitOptions(choice, chosen);
          const kept = allowed.find(({ value }) => value === unitId) ?? (allowed.length === 1 ? allowed[0] : undefined);
          onChange({ role: chosen, unitId: kept?.value ?? null });
        }}
      />
      <SelectField
        label={tDesk.accounts.unit}
        required
        disabled={role === null}
        options={places}
        value={unitId}
        error={errors.unitId}
        onChange={(chosen) => onChange({ role, unitId: chosen })}
      />
    </>
  );
};
