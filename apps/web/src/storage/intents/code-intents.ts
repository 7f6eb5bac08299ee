import type { Intent } from '@lianxin/sync/client';

/** Gives a household a code; its token is random and says nothing of the household. */
export const issueCode = (
  id: string,
  code: { readonly householdId: string; readonly token: string; readonly fromOn: string },
): Intent => ({
  name: 'code.issue',
  args: { code: { id, fields: { ...code } } },
});

/** Stops a code from a day on. */
export const endCode = (codeId: string, toOn: string): Intent => ({ name: 'code.end', args: { codeId, toOn } });
