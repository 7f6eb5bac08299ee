import { mutationArguments } from '@lianxin/protocol';
import type { AttentionEntry, RowView } from '@lianxin/sync/client';

/** Is a form in which something that was not taken can be said again. */
export interface FormAgain {
  readonly href: string;
  /** Whether the form opens with what was written; otherwise only the door is right. */
  readonly isFilledIn: boolean;
}

type NotTaken = Pick<AttentionEntry, 'id' | 'name' | 'args'>;

/** Finds the form for what was not taken; null where no form helps, as with a claim that somebody else was faster with. */
export const formAgainFor = (entry: NotTaken, view: RowView): FormAgain | null => {
  if (carriesHelp(entry)) return { href: `/help/log?again=${encodeURIComponent(entry.id)}`, isFilledIn: true };
  const dwellingId = doorOf(entry);
  // A door that went to another grid is no longer on this phone: nothing can be written about it from here.
  if (dwellingId === null || view.row('dwelling', dwellingId) === undefined) return null;
  return { href: `/door/${dwellingId}/${entry.name === 'visit.log' ? 'visit' : 'need'}`, isFilledIn: false };
};

const carriesHelp = ({ name, args }: NotTaken): boolean => {
  if (name === 'help.log') return true;
  if (name !== 'wish.finish') return false;
  const parsed = mutationArguments['wish.finish'][1].safeParse(args);
  return parsed.success && parsed.data.help !== null;
};

const doorOf = ({ name, args }: NotTaken): string | null => {
  if (name === 'visit.log') {
    const parsed = mutationArguments['visit.log'][1].safeParse(args);
    return parsed.success ? textOrNull(parsed.data.visit.fields.dwellingId) : null;
  }
  if (name !== 'need.raise') return null;
  const parsed = mutationArguments['need.raise'][1].safeParse(args);
  return parsed.success ? textOrNull(parsed.data.need.fields.dwellingId) : null;
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
