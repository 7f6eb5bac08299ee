import { agreementWay, civilDateAt } from '@lianxin/domain';
import { codeOptions } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Tone } from '../../ui/tone.tsx';
import type { WishDraft, WishProblem } from './wish-draft.ts';

export interface AgreementFieldsProps {
  readonly draft: WishDraft;
  readonly problems: readonly WishProblem[];
  readonly onChange: (part: Partial<WishDraft>) => void;
}

const words = t.needs.wish;
const options = codeOptions(agreementWay.entries);

/** Whether the household agreed that the one who claims learns its door and phone: how, when and who. */
export const AgreementFields = ({ draft, problems, onChange }: AgreementFieldsProps) => {
  const agreed = draft.agreementWay !== null && draft.agreementWay !== 'none';
  return (
    <>
      <ChipGroup
        mode="single"
        label={words.agreement}
        options={options}
        value={draft.agreementWay}
        onChange={(way) => onChange({ agreementWay: way })}
      />
      {problems.includes('agreementMissing') && (
        <Sub padded>
          <span role="alert">
            <Tone tone="late">{words.agreementMissing}</Tone>
          </span>
        </Sub>
      )}
      {draft.agreementWay === 'none' && <Sub padded>{words.accompanied}</Sub>}
      {agreed && (
        <>
          <TextField
            label={words.agreementNote}
            maxLength={100}
            value={draft.agreementNote}
            onChange={(agreementNote) => onChange({ agreementNote })}
            error={problems.includes('agreementNoteMissing') ? words.agreementNoteMissing : null}
          />
          <DateField
            label={words.agreementOn}
            value={draft.agreementOn}
            max={civilDateAt(systemClock.now())}
            onChange={(agreementOn) => onChange({ agreementOn })}
            error={problems.includes('agreementOnMissing') ? words.agreementOnMissing : null}
          />
        </>
      )}
    </>
  );
};
