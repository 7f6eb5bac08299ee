import { type Answers, type AskedSet, civilDateAt, isSameJson, visibleQuestions } from '@lianxin/domain';
import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { tQuestions } from '../../locale/question-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { answersInWords } from './answer-words.ts';
import { hasAnswers } from './asked-here.ts';
import { QuestionField } from './question-field.tsx';
import type { LastAnswers } from './read-sheets.ts';

export interface QuestionFieldsProps {
  readonly set: Pick<AskedSet, 'kind' | 'questions'>;
  readonly answers: Answers;
  /** What was answered here the last time; null where nobody was asked. */
  readonly last: LastAnswers | null;
  readonly onChange: (answers: Answers) => void;
}

/** The questions of one set. What is known of a family is shown to be confirmed; only what changed is asked again. */
export const QuestionFields = (props: QuestionFieldsProps) => {
  const { set, answers, last, onChange } = props;
  const [isChanging, setChanging] = useState(false);
  if (last === null || set.kind !== 'check') return <AskedQuestions {...props} />;
  const isSame = isSameJson(answers, last.answers) && !isChanging;
  const isAsked = !isSame && (isChanging || hasAnswers(answers));
  const choose = (next: 'same' | 'changed' | null): void => {
    setChanging(next === 'changed');
    onChange(next === 'same' ? last.answers : {});
  };
  const today = civilDateAt(systemClock.now());
  return (
    <>
      <ChipGroup
        mode="single"
        label={tQuestions.last(t.dates.day(civilDateAt(last.at), today), answersInWords(set.questions, last.answers))}
        options={[
          { value: 'same', label: tQuestions.sameAsLast },
          { value: 'changed', label: tQuestions.different },
        ]}
        value={isSame ? 'same' : isAsked ? 'changed' : null}
        onChange={choose}
      />
      {isAsked && <AskedQuestions {...props} />}
    </>
  );
};

const AskedQuestions = ({ set, answers, last, onChange }: QuestionFieldsProps) =>
  visibleQuestions(set.questions, answers).map((question) => (
    <QuestionField
      key={question.key}
      question={question}
      answers={answers}
      last={last?.answers ?? {}}
      onAnswer={(answer) => onChange({ ...answers, [question.key]: answer })}
    />
  ));
