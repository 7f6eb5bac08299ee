import { storageTrouble } from './zh-cn/storage-trouble.ts';

const zhCn = { storageTrouble };

/** The shape of the sentences that hardly anybody ever reads. */
export type RareMessages = typeof zhCn;

/** The sentences of rare pages in the language in use; they come with those pages, so that the first load does not carry them. */
export const tRare: RareMessages = zhCn;
