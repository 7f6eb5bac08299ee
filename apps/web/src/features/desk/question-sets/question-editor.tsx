import { hasOptions, type Question, type QuestionType, questionTypes } from '@lianxin/domain';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Tone } from '../../../ui/tone.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { OptionFields } from './option-fields.tsx';
import type { DraftProblem } from './set-draft.ts';
import styles from './set-editor.module.css';

export interface QuestionEditorProps {
  readonly question: Question;
  readonly at: number;
  readonly earlier: readonly Question[];
  readonly isLast: boolean;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (question: Question) => void;
  readonly onType: (type: QuestionType) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Edits one question: what is asked in both languages, how it is answered and when. */
export const QuestionEditor = (props: QuestionEditorProps) => {
  const { question, at, earlier, isLast, problems, onChange } = props;
  const words = tDeskQuestions;
  const { label, hint, unit, type } = question;
  const name = words.question(at + 1);
  const counts = type === 'number' || type === 'tally';
  const wrongLabel = problems.some(({ problem }) => problem === 'labelMissing');
  const about = (word: string): string => `${name}:${word}`;
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{name}</legend>
      <div className={styles.pair}>
        <TextField
          label={words.label}
          required
          maxLength={100}
          value={label.zh}
          error={wrongLabel ? words.problems.labelMissing : null}
          onChange={(zh) => onChange({ ...question, label: { ...label, zh } })}
        />
        <TextField
          label={words.labelEn}
          maxLength={100}
          value={label.en}
          onChange={(en) => onChange({ ...question, label: { ...label, en } })}
        />
        <SelectField
          label={words.type}
          options={questionTypes.map((value) => ({ value, label: words.types[value] }))}
          value={type}
          onChange={(next) => next !== null && props.onType(next)}
        />
        <TextField
          label={words.hint}
          maxLength={100}
          value={hint?.zh ?? ''}
          onChange={(zh) => onChange({ ...question, hint: { zh, en: hint?.en ?? '' } })}
        />
        {counts && (
          <TextField
            label={words.unit}
            maxLength={10}
            value={unit?.zh ?? ''}
            onChange={(zh) => onChange({ ...question, unit: { zh, en: unit?.en ?? '' } })}
          />
        )}
        {counts && (
          <TextField
            label={words.unitEn}
            maxLength={20}
            value={unit?.en ?? ''}
            onChange={(en) => onChange({ ...question, unit: { zh: unit?.zh ?? '', en } })}
          />
        )}
      </div>
      {hasOptions(type) && (
        <OptionFields
          options={question.options ?? []}
          onChange={(options) => onChange({ ...question, options: [...options] })}
        />
      )}
      <ConditionFields question={question} earlier={earlier} onChange={onChange} />
      {problems
        .filter(({ problem }) => problem !== 'labelMissing')
        .map(({ problem }) => (
          <Sub key={problem}>
            <span role="alert">
              <Tone tone="late">{words.problems[problem]}</Tone>
            </span>
          </Sub>
        ))}
      <div className={styles.actions}>
        <Button
          variant="quiet"
          size="compact"
          label={about(words.up)}
          disabled={at === 0}
          onClick={() => props.onMove(-1)}
        >
          {words.up}
        </Button>
        <Button
          variant="quiet"
          size="compact"
          label={about(words.down)}
          disabled={isLast}
          onClick={() => props.onMove(1)}
        >
          {words.down}
        </Button>
        <Button variant="quiet" size="compact" label={about(words.removeQuestion)} onClick={props.onRemove}>
          {words.removeQuestion}
        </Button>
      </div>
    </fieldset>
  );
};
