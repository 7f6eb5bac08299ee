import { codes as en } from './en/codes.ts';
import { inLanguage } from './language.ts';
import { codes as zhCn } from './zh-cn/codes.ts';

/** The sentences about household codes and scanning in the language in use, loaded with their pages. */
export const tCodes = inLanguage(zhCn, en);
