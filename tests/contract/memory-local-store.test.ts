import { createMemoryStore } from '@lianxin/testkit';
import { describeLocalStore } from './local-store.ts';

describeLocalStore('the memory store', async () => {
  const store = createMemoryStore();
  return { open: () => store, failNextCommit: () => store.failNextCommit('before') };
});
