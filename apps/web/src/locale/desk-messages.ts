import { deskPages as en } from './en/desk-pages.ts';
import { inLanguage } from './language.ts';
import { deskPages as zhCn } from './zh-cn/desk-pages.ts';

/** The shape of every sentence of the desk. */
export type DeskMessages = typeof zhCn;

/** The sentences of the desk in the language in use, loaded with its pages. */
export const tDesk: DeskMessages = inLanguage(zhCn, en);
