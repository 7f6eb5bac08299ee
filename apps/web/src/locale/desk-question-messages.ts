import { deskQuestions as en } from './en/desk-questions.ts';
import { inLanguage } from './language.ts';
import { deskQuestions as zhCn } from './zh-cn/desk-questions.ts';

/** The sentences of the page of question sets in the language in use, loaded with it. */
export const tDeskQuestions = inLanguage(zhCn, en);
