import { mutationArguments } from '@lianxin/protocol';
import type { AttentionEntry } from '@lianxin/sync/client';

/** The address of the form that opens with what was not taken filled in; null where no form does. */
export const formAgainFor = (entry: Pick<AttentionEntry, 'id' | 'name' | 'args'>): string | null => {
  const carriesHelp =
    entry.name === 'help.log' ||
    (entry.name === 'wish.finish' &&
      (mutationArguments['wish.finish'][1].safeParse(entry.args).data?.help ?? null) !== null);
  return carriesHelp ? `/help/log?again=${encodeURIComponent(entry.id)}` : null;
};
