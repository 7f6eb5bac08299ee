import { type Answers, answerOf, answerText, type Label, type Question } from '@lianxin/domain';
import { inLanguage } from '../../locale/language.ts';
import { t } from '../../locale/messages.ts';
import { tQuestions } from '../../locale/question-messages.ts';

/** Gives words that an administrator wrote in the language in use; what has no English is said in Chinese. */
export const writtenWords = (label: Label): string => inLanguage(label.zh, label.en) || label.zh;

/** Heads a question with what is counted: 海报(张). */
export const questionWords = ({ label, unit }: Pick<Question, 'label' | 'unit'>): string => {
  const counted = unit === undefined ? '' : writtenWords({ zh: unit.zh, en: unit.en });
  return counted === '' ? writtenWords(label) : tQuestions.withUnit(writtenWords(label), counted);
};

/** Says one answer in the language in use, with what was counted: 12 张. */
export const oneAnswer = (question: Question, answers: Answers): string => {
  const text = answerText(question, answerOf(answers, question.key), inLanguage<'zh' | 'en'>('zh', 'en'));
  const unit = question.unit === undefined ? '' : inLanguage(question.unit.zh, question.unit.en);
  return text === '' || unit === '' ? text : `${text} ${unit}`;
};

/** Says what was answered, in one line. */
export const answersInWords = (questions: readonly Question[], answers: Answers): string =>
  t.ui.join.list(
    questions.flatMap((question) => {
      const text = oneAnswer(question, answers);
      return text === '' ? [] : [tQuestions.pair(writtenWords(question.label), text)];
    }),
  );
