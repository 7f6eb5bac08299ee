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

/** Says what was answered, in one line; what was asked because of an answer stands in brackets behind it. */
export const answersInWords = (questions: readonly Question[], answers: Answers): string =>
  t.ui.join.list(
    questions
      .filter(({ when }) => when === undefined || !questions.some(({ key }) => key === when.key))
      .flatMap((question) => withFollowing(question, questions, answers) ?? []),
  );

const withFollowing = (question: Question, questions: readonly Question[], answers: Answers): string | null => {
  const text = oneAnswer(question, answers);
  if (text === '') return null;
  const following = questions
    .filter(({ when }) => when?.key === question.key)
    .flatMap((one) => followingWords(one, questions, answers) ?? []);
  const pair = tQuestions.pair(writtenWords(question.label), text);
  return following.length === 0 ? pair : tQuestions.because(pair, t.ui.join.groups(following));
};

/** Words and choices say themselves what they answer; a number or a yes does not. */
const followingWords = (question: Question, questions: readonly Question[], answers: Answers): string | null => {
  const saysItself = question.type === 'text' || question.type === 'choice';
  const hasMore = questions.some(({ when }) => when?.key === question.key);
  if (hasMore || !saysItself) return withFollowing(question, questions, answers);
  return oneAnswer(question, answers) || null;
};
