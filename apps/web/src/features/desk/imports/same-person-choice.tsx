import type { ImportPreview } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Tone } from '../../../ui/tone.tsx';
import { answerTo, type ImportDecisions } from './import-decisions.ts';
import styles from './same-person-choice.module.css';

export interface SamePersonChoiceProps {
  readonly question: ImportPreview['questions'][number];
  readonly decisions: ImportDecisions;
  readonly decide: (changes: Partial<ImportDecisions>) => void;
}

/** Asks whether a row and a known person are one. Nothing is preset: a wrong yes would mix two people up. */
export const SamePersonChoice = ({ question, decisions, decide }: SamePersonChoiceProps) => {
  const words = tDesk.imports.preview;
  const answer = answerTo(question, decisions);
  const choices = [
    { value: 'same', label: words.same },
    { value: 'different', label: words.different },
  ] as const;
  return (
    <fieldset className={styles.choice} aria-label={words.askAbout(question.name, question.row)}>
      <Tone tone={answer === null ? 'soon' : 'soft'}>{words.ask}</Tone>
      {choices.map(({ value, label }) => (
        <label key={value} className={styles.option}>
          <input
            type="radio"
            name={question.id}
            checked={answer === value}
            onChange={() => decide({ answers: { ...decisions.answers, [question.id]: value } })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
};
