import type { Question } from '@lianxin/domain';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { newOption } from './edit-questions.ts';
import { newQuestionKey } from './question-key.ts';
import styles from './set-editor.module.css';

type Options = readonly NonNullable<Question['options']>[number][];

export interface OptionFieldsProps {
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

const mostOptions = 30;

/** Edits what can be chosen, in both languages. */
export const OptionFields = ({ options, onChange }: OptionFieldsProps) => {
  const words = tDeskQuestions;
  const rename = (value: string, part: { readonly zh?: string; readonly en?: string }): void =>
    onChange(options.map((one) => (one.value === value ? { ...one, label: { ...one.label, ...part } } : one)));
  return (
    <>
      {options.map(({ value, label }, index) => (
        <div key={value} className={styles.option}>
          <TextField
            label={words.option(index + 1)}
            maxLength={100}
            value={label.zh}
            onChange={(zh) => rename(value, { zh })}
          />
          <TextField
            label={words.optionEn(index + 1)}
            maxLength={100}
            value={label.en}
            onChange={(en) => rename(value, { en })}
          />
          <Button
            variant="quiet"
            label={words.removeOption(label.zh)}
            onClick={() => onChange(options.filter((one) => one.value !== value))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      {options.length < mostOptions && (
        <Button variant="quiet" size="compact" onClick={() => onChange([...options, newOption(newQuestionKey())])}>
          {words.addOption}
        </Button>
      )}
    </>
  );
};
