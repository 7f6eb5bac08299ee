import { storageTrouble as en } from './en/storage-trouble.ts';
import { inLanguage } from './language.ts';
import { storageTrouble as zhCn } from './zh-cn/storage-trouble.ts';

/** The sentences of rare pages in the language in use; they come with those pages, so that the first load does not carry them. */
export const tRare = { storageTrouble: inLanguage(zhCn, en) };
