/** Lists the languages of the interface, the first being the one that ledgers are written in. */
export const languages = ['zh-CN', 'en'] as const;

/** Is a language of the interface. */
export type Language = (typeof languages)[number];

/** Names each language in itself, so that whoever speaks it finds it. */
export const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

let current: Language = 'zh-CN';

/** Tells which language the pages speak. It is settled before the first page is loaded and changes only by loading the app again. */
export const language = (): Language => current;

/** Settles the language; words that were chosen before stay as they are. */
export const setLanguage = (chosen: Language): void => {
  current = chosen;
};

/** Picks the words of the language in use. For pages that are loaded when opened: what calls this carries the words of every language. */
export const inLanguage = <T>(zhCn: T, en: NoInfer<T>): T => (current === 'en' ? en : zhCn);
