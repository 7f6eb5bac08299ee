import { type Language, languages } from '../locale/language.ts';
import { reloadPage } from './page-hiding.ts';
import { readSetting, writeSetting } from './stored-setting.ts';

const key = 'lianxin.language';

/** Finds the language to speak: the one chosen on this device, else English where the browser knows no Chinese at all. */
export const preferredLanguage = (chosen: string | null, browserLanguages: readonly string[]): Language => {
  const known = languages.find((language) => language === chosen);
  if (known !== undefined) return known;
  const readsChinese = browserLanguages.length === 0 || browserLanguages.some((tag) => /^zh\b/i.test(tag));
  return readsChinese ? 'zh-CN' : 'en';
};

/** Tells which language this device wants. */
export const readLanguage = (): Language => preferredLanguage(readSetting(key), navigator.languages ?? []);

/** Remembers a language and loads the app again in it; what is half written is put away first and comes back. */
export const chooseLanguage = async (chosen: Language): Promise<void> => {
  writeSetting(key, chosen);
  await reloadPage();
};
