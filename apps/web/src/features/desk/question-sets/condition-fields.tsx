import { pressableValues, type Question } from '@lianxin/domain';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { t } from '../../../locale/messages.ts';
import { writtenWords } from '../../../storage/questions/answer-words.ts';
import { ChipGroup } from '../../../ui/chip-group.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { withoutWhen } from './edit-questions.ts';

export interface ConditionFieldsProps {
  readonly question: Question;
  readonly earlier: readonly Question[];
  readonly onChange: (question: Question) => void;
}

/** A chip carries a text; yes and no are written as one that no option of a set has. */
const chipOf = (value: string | boolean): string => (typeof value === 'boolean' ? `:${value}` : value);

const chipLabel = (question: Question, value: string | boolean): string => {
  if (typeof value === 'boolean') return value ? t.ui.yes : t.ui.no;
  const label = question.options?.find((option) => option.value === value)?.label;
  return label === undefined ? value : writtenWords(label);
};

/** Edits whether a question is always asked, or only after certain answers to an earlier one. */
export const ConditionFields = ({ question, earlier, onChange }: ConditionFieldsProps) => {
  const words = tDeskQuestions;
  const { when } = question;
  const deciding = earlier.filter((one) => pressableValues(one).length > 0);
  if (deciding.length === 0 && when === undefined) return null;
  const asked = deciding.find(({ key }) => key === when?.key);
  const values = asked === undefined ? [] : pressableValues(asked);
  return (
    <>
      <SelectField
        label={words.when}
        emptyLabel={words.always}
        options={deciding.map((one) => ({ value: one.key, label: words.whenAnswered(writtenWords(one.label)) }))}
        value={asked?.key ?? null}
        onChange={(key) => onChange(key === null ? withoutWhen(question) : { ...question, when: { key, isOneOf: [] } })}
      />
      {asked !== undefined && (
        <ChipGroup
          mode="multi"
          label={words.whenIsOneOf}
          options={values.map((value) => ({ value: chipOf(value), label: chipLabel(asked, value) }))}
          value={(when?.isOneOf ?? []).map(chipOf)}
          onChange={(chosen) =>
            onChange({
              ...question,
              when: { key: asked.key, isOneOf: values.filter((value) => chosen.includes(chipOf(value))) },
            })
          }
        />
      )}
    </>
  );
};
