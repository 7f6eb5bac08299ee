import type { Label } from '../kernel/field.ts';
import type { Question } from '../question-set/question.ts';
import type { Answers } from './answer-sheet.ts';

const yesOrNo = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const;

/** Writes an answer as people read it; a value that no option has comes back as it is, so that nothing recorded disappears. */
export const answerText = (
  { type, options }: Pick<Question, 'type' | 'options'>,
  answer: Answers[string],
  language: 'zh' | 'en' = 'zh',
): string => {
  if (answer === null) return '';
  if (typeof answer === 'boolean') return pick(answer ? yesOrNo.yes : yesOrNo.no, language);
  const word = (value: string): string => {
    const label = options?.find((one) => one.value === value)?.label;
    return label === undefined ? value : pick(label, language);
  };
  if (Array.isArray(answer)) return answer.map(word).join(language === 'zh' ? '、' : ', ');
  return type === 'choice' ? word(String(answer)) : String(answer);
};

/** Picks a label's words; what has no English yet is said in Chinese. */
const pick = (label: Label, language: 'zh' | 'en'): string => label[language] || label.zh;
