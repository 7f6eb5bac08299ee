import { type Answers, type AskedSet, keepAnswerable } from '@lianxin/domain';
import { tQuestions } from '../../locale/question-messages.ts';
import { Fold } from '../../ui/fold.tsx';
import { Section } from '../../ui/section.tsx';
import { writtenWords } from './answer-words.ts';
import { QuestionFields } from './question-fields.tsx';
import type { LastAnswers } from './read-sheets.ts';

export interface AskedSetsProps {
  readonly sets: readonly AskedSet[];
  /** Answers by the keys of their sets. */
  readonly given: Readonly<Record<string, Answers>>;
  readonly lastOf: (set: AskedSet) => LastAnswers | null;
  readonly onChange: (given: Readonly<Record<string, Answers>>) => void;
}

/** The sets that are asked at a visit: one stands open, several behind their names, so that the sheet stays short. */
export const AskedSets = ({ sets, given, lastOf, onChange }: AskedSetsProps) => {
  const fields = (set: AskedSet) => (
    <QuestionFields
      set={set}
      answers={given[set.setKey] ?? {}}
      last={lastOf(set)}
      onChange={(answers) => onChange({ ...given, [set.setKey]: answers })}
    />
  );
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return <Section title={writtenWords(only.name)}>{fields(only)}</Section>;
  return sets.map((set) => {
    const count = Object.keys(keepAnswerable(set.questions, given[set.setKey] ?? {})).length;
    return (
      <Fold
        key={set.setKey}
        title={writtenWords(set.name)}
        aside={count === 0 ? undefined : tQuestions.answered(count)}
      >
        {fields(set)}
      </Fold>
    );
  });
};
