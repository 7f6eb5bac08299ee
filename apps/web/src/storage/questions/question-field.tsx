import { type Answers, answerOf, type Question } from '@lianxin/domain';
import { t } from '../../locale/messages.ts';
import { tQuestions } from '../../locale/question-messages.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { CountField } from '../../ui/count-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { oneAnswer, questionWords, writtenWords } from './answer-words.ts';

export interface QuestionFieldProps {
  readonly question: Question;
  readonly answers: Answers;
  /** What was answered the last time; empty where nothing was. */
  readonly last: Answers;
  readonly onAnswer: (answer: Answers[string]) => void;
}

const longestText = 500;

const yesNo = () =>
  [
    { value: 'yes', label: t.ui.yes },
    { value: 'no', label: t.ui.no },
  ] as const;

/** One question as it is asked on a phone. Nothing is answered before somebody answers it. */
export const QuestionField = (props: QuestionFieldProps) => {
  const { question } = props;
  return (
    <>
      <Control {...props} />
      {question.hint !== undefined && <Sub padded>{writtenWords(question.hint)}</Sub>}
    </>
  );
};

const Control = ({ question, answers, last, onAnswer }: QuestionFieldProps) => {
  const before = oneAnswer(question, last);
  const name = question.type === 'tally' ? writtenWords(question.label) : questionWords(question);
  const label = before === '' ? name : tQuestions.lastHere(name, before);
  const answer = answerOf(answers, question.key);
  const options = (question.options ?? []).map((one) => ({ value: one.value, label: writtenWords(one.label) }));
  const text = typeof answer === 'string' ? answer : '';
  const count = typeof answer === 'number' ? answer : null;
  const onText = (next: string): void => onAnswer(next === '' ? null : next);
  switch (question.type) {
    case 'yesNo': {
      const chosen = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : null;
      const onPick = (next: 'yes' | 'no' | null): void => onAnswer(next === null ? null : next === 'yes');
      return <ChipGroup mode="single" label={label} options={yesNo()} value={chosen} onChange={onPick} />;
    }
    case 'choice': {
      const chosen = text === '' ? null : text;
      return <ChipGroup mode="single" label={label} options={options} value={chosen} onChange={onAnswer} />;
    }
    case 'multi': {
      const chosen = Array.isArray(answer) ? answer : [];
      const onPick = (next: string[]): void => onAnswer(next.length === 0 ? null : next);
      return <ChipGroup mode="multi" label={label} options={options} value={chosen} onChange={onPick} />;
    }
    case 'number':
      return <NumberField label={label} decimals={2} value={count} onChange={onAnswer} />;
    case 'date':
      return <DateField label={label} value={text} onChange={onText} />;
    case 'text':
      return <TextArea label={label} rows={1} maxLength={longestText} value={text} onChange={onText} />;
    case 'tally': {
      const words = { fewerLabel: tQuestions.fewer(name), moreLabel: tQuestions.more(name) };
      const unit = question.unit === undefined ? '' : writtenWords(question.unit);
      return <CountField label={label} {...words} unit={unit} value={count} onChange={onAnswer} />;
    }
  }
};
