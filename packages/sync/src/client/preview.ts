import { isMutationName } from '@lianxin/protocol';
import { type MutationContext, reduceMutation, runReading } from '../merge/index.ts';
import type { LocalChange, LocalState, OutboxEntry } from './local-state.ts';
import { answerFrom, overlayView, type RowIndex, type RowView } from './row-index.ts';

/** Is who previews. */
export interface PreviewAuthor {
  readonly userId: string;
  readonly userName: string;
}

/** Lays one pending mutation over the confirmed rows by the server's own rules; a mutation that no longer fits shows nothing and waits for the server's word. */
export const previewMutation = (base: RowView, pending: RowIndex, entry: OutboxEntry, author: PreviewAuthor): void => {
  if (!isMutationName(entry.name)) return;
  const context: MutationContext = {
    side: 'phone',
    communityId: entry.communityId,
    mutationId: entry.id,
    userId: author.userId,
    userName: author.userName,
    eventAt: entry.at + entry.offsetMs,
    receivedAt: entry.at + entry.offsetMs,
    hasClockSkew: false,
    rev: 0,
    newId: () => entry.id,
  };
  const reading = reduceMutation(context, entry.name, { version: entry.version, args: entry.args });
  const decision = runReading(reading, answerFrom(overlayView(base, pending)));
  if (decision.type !== 'write') return;
  for (const row of decision.writes) {
    const confirmed = base.row(row.table, row.id);
    pending.put({ ...row, rev: confirmed?.rev ?? 0 });
  }
};

/** Rebases: lays all pending mutations over the confirmed rows afresh, in order. */
export const rebase = (
  base: RowView,
  pending: RowIndex,
  outbox: readonly OutboxEntry[],
  author: PreviewAuthor,
): void => {
  pending.clear();
  for (const entry of outbox) previewMutation(base, pending, entry, author);
};

/** Shows a committed change: confirmed rows first, then pending work afresh, or only the new work when nothing below it changed. `before` is the state without the change. */
export const showChange = (
  rows: { readonly confirmed: RowIndex; readonly pending: RowIndex },
  step: { readonly before: LocalState; readonly change: LocalChange; readonly after: LocalState },
  author: PreviewAuthor,
): void => {
  const { before, change, after } = step;
  if (change.clearRows) rows.confirmed.clear();
  for (const row of change.removeRows) rows.confirmed.remove(row.table, row.id);
  for (const row of change.putRows) rows.confirmed.put(row);
  // An acknowledged entry is put again; laying it over anew would show an old value above a newer one.
  const onlyNew = isUntouched(change) && change.putOutbox.every((entry) => entry.n >= before.meta.nextN);
  if (onlyNew) for (const entry of change.putOutbox) previewMutation(rows.confirmed, rows.pending, entry, author);
  else rebase(rows.confirmed, rows.pending, after.outbox, author);
};

const isUntouched = ({ clearRows, putRows, removeRows, removeOutbox }: LocalChange): boolean =>
  !clearRows && putRows.length + removeRows.length + removeOutbox.length === 0;
