import { civilDateAt, helpKind } from '@lianxin/domain';
import { tHelp } from '../../locale/help-messages.ts';
import { codeOptions } from '../../locale/labels.ts';
import { systemClock } from '../../platform/clock.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GiverFields } from './giver-fields.tsx';
import { GoodsFields } from './goods-fields.tsx';
import type { HelpDraft, HelpDraftEditing } from './help-draft.ts';
import { MinutesField } from './minutes-field.tsx';

const kinds = codeOptions(helpKind.entries);

/** The questions about help that was given; only the day and the kind must be answered. */
export const HelpFields = ({ draft, problems, onChange }: HelpDraftEditing) => {
  const words = tHelp.record;
  const wrong = (key: keyof HelpDraft): string | null => (problems[key] === undefined ? null : words.wrong);
  return (
    <>
      <ChipGroup
        mode="single"
        label={words.kind}
        options={kinds}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <FieldError>{problems.kind && words.kindMissing}</FieldError>
      <DateField
        label={words.on}
        value={draft.servedOn}
        max={civilDateAt(systemClock.now())}
        onChange={(servedOn) => onChange({ servedOn })}
        error={problems.servedOn === undefined ? null : words.onFuture}
        required
      />
      <MinutesField value={draft.minutes} onChange={(minutes) => onChange({ minutes })} error={wrong('minutes')} />
      <GoodsFields goods={draft.goods} onChange={(goods) => onChange({ goods })} problem={problems.goods} />
      <TextField
        label={words.place}
        hint={words.placeHint}
        value={draft.place}
        onChange={(place) => onChange({ place })}
        error={wrong('place')}
      />
      <NumberField
        label={words.people}
        hint={words.peopleHint}
        unit={words.peopleUnit}
        value={draft.people}
        onChange={(people) => onChange({ people })}
        error={wrong('people')}
      />
      <GiverFields draft={draft} problems={problems} onChange={onChange} />
      <TextArea
        label={words.content}
        value={draft.content}
        onChange={(content) => onChange({ content })}
        error={wrong('content')}
      />
    </>
  );
};
