import type { Intent } from '@lianxin/sync/client';
import type { HeardNeed } from './visit-intents.ts';

/** Raises a need at a door without a visit. */
export const raiseNeed = (
  id: string,
  at: { readonly dwellingId: string; readonly householdId: string | null },
  { kind, detail, dueOn }: HeardNeed,
): Intent => ({
  name: 'need.raise',
  args: { need: { id, fields: { ...at, kind, detail, dueOn } } },
});
