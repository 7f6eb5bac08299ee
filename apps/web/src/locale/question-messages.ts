import { questions as en } from './en/questions.ts';
import { inLanguage } from './language.ts';
import { questions as zhCn } from './zh-cn/questions.ts';

/** The sentences around questions in the language in use; they come with the parts that ask. */
export const tQuestions = inLanguage(zhCn, en);
