import { movesSchema, type RegroupingMove } from '@lianxin/domain';
import { createRowIndex, type Intent, previewMutation, type RowView } from '@lianxin/sync/client';

/** Puts households or people together, or takes them apart. */
export type RegroupingIntent = Extract<
  Intent,
  { readonly name: 'household.split' | 'household.merge' | 'person.split' | 'person.merge' }
>;

/** Asks the server's own rule what would be moved; null when it would refuse, as far as this phone can tell. */
export const previewMoves = (view: RowView, intent: RegroupingIntent): readonly RegroupingMove[] | null => {
  const pending = createRowIndex();
  const entry = {
    communityId: '',
    n: 1,
    order: 1,
    id: intent.args.regroupingId,
    name: intent.name,
    version: 1,
    at: 0,
    offsetMs: 0,
    args: intent.args,
    acknowledgedRev: null,
  };
  previewMutation(view, pending, entry, { userId: '', userName: '' });
  const made = pending.row('regrouping', intent.args.regroupingId);
  return made === undefined ? null : (movesSchema.safeParse(made.fields.moves).data ?? null);
};
