import { printing as en } from './en/printing.ts';
import { inLanguage } from './language.ts';
import { printing as zhCn } from './zh-cn/printing.ts';

/** The sentences about printing in the language in use, loaded with its pages. */
export const tPrinting = inLanguage(zhCn, en);
