import type { storage as zhCn } from '../zh-cn/storage.ts';

export const storage: typeof zhCn = {
  notSaved: {
    tooLarge: 'That is too long. Shorten it and save again.',
    quota:
      'The phone is full, so this is not saved. Delete some photos or videos and tap again; what you wrote is still here.',
    closed: 'The phone’s storage was cut off, so this is not saved. What you wrote is still here; open again and save.',
    newer:
      'Lianxin was updated in another window, so this is not saved. What you wrote is still here; open again and save.',
    other: 'The phone did not save this. What you wrote is still here; tap again, or else open again.',
    reload: 'Open again',
    seen: 'OK',
  },
};
