import { today as en } from './en/today.ts';
import { inLanguage } from './language.ts';
import { today as zhCn } from './zh-cn/today.ts';

/** The sentences of 今天 and its log in the language in use; they come with those pages. */
export const tToday = inLanguage(zhCn, en);
