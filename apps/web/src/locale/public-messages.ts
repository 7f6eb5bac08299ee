import { publicPages as en } from './en/public-pages.ts';
import { inLanguage } from './language.ts';
import { publicPages as zhCn } from './zh-cn/public-pages.ts';

/** The sentences of the pages that anybody may open, in the language in use. */
export const tPublic = inLanguage(zhCn, en);
