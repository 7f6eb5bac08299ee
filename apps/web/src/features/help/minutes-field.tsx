import { tHelp } from '../../locale/help-messages.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { NumberField } from '../../ui/number-field.tsx';

export type MinutesFieldProps = {
  readonly value: number | null;
  readonly onChange: (minutes: number | null) => void;
  readonly error: string | null;
};

/** What helping usually takes, in minutes. */
const usual = [30, 60, 120, 240].map((minutes) => ({ value: String(minutes), label: tHelp.minutes(minutes) }));

/** How long it took: one press for the usual, a number for the rest. */
export const MinutesField = ({ value, onChange, error }: MinutesFieldProps) => (
  <>
    <ChipGroup
      mode="single"
      label={tHelp.record.minutes}
      options={usual}
      value={value === null ? null : String(value)}
      onChange={(minutes) => onChange(minutes === null ? null : Number(minutes))}
    />
    <NumberField
      label={tHelp.record.minutesExact}
      unit={tHelp.record.minutesUnit}
      value={value}
      onChange={onChange}
      error={error}
    />
  </>
);
