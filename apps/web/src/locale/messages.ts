import { type Language, setLanguage } from './language.ts';
import type { phone } from './zh-cn/phone.ts';

/** Every sentence of the phone has this shape. */
export type Messages = typeof phone;

/**
 * The sentences of the phone in the language in use. Only one language is fetched before the first page, so this is
 * filled by `speak` before any module that reads it is loaded. The desk and rare pages have their own.
 */
export let t: Messages;

const catalogues: Readonly<Record<Language, () => Promise<{ readonly phone: Messages }>>> = {
  'zh-CN': () => import('./zh-cn/phone.ts'),
  en: () => import('./en/phone.ts'),
};

/** Fetches the sentences of a language and makes it the one in use. */
export const speak = async (language: Language): Promise<void> => {
  t = (await catalogues[language]()).phone;
  setLanguage(language);
};
