import type { RecordName } from '@lianxin/domain';
import type { KeptEntry, LocalState, OutboxEntry, RowView } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';

const idOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? [value.id] : [];

/**
 * Lists the records that a saved mutation makes or changes: what it carries whole (visit, needs, person …) and what its
 * arguments name by id. References inside a carried record are not changes of what they point to.
 */
export const touchedRecords = (args: unknown): readonly string[] => {
  if (typeof args !== 'object' || args === null) return [];
  return Object.entries(args).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return key === 'id' || key.endsWith('Id') ? [value] : [];
    return Array.isArray(value) ? value.flatMap(idOf) : idOf(value);
  });
};

/** How far a record has come: 1 on this phone only, 2 at the server, 3 in a verified backup of it. */
export type TickCount = 1 | 2 | 3;

/** Is what tells how safely this phone's own work is kept. */
export type KeptWork = Pick<LocalState, 'outbox' | 'kept' | 'meta'>;

/**
 * Tells of a record how safely it is kept. Work that the server has not acknowledged keeps it at 1 and work that no backup holds at 2; a record that
 * somebody else wrote is as safe as the place in history at which it last changed.
 */
export const recordTicks = (
  { outbox, kept, meta }: KeptWork,
  view: RowView,
): ((table: RecordName, recordId: string) => TickCount) => {
  const touchedBy = (entries: readonly { readonly args: unknown }[]): ReadonlySet<string> =>
    new Set(entries.flatMap((entry) => touchedRecords(entry.args)));
  const onPhone = touchedBy(outbox.filter((entry) => entry.acknowledgedRev === null));
  const atServer = touchedBy([...outbox, ...kept].filter((entry) => revOf(entry) > meta.safe));
  return (table, recordId) => {
    if (onPhone.has(recordId)) return 1;
    const rev = view.row(table, recordId)?.rev ?? 0;
    return atServer.has(recordId) || rev === 0 || rev > meta.safe ? 2 : 3;
  };
};

/** What is neither acknowledged nor kept any more lies at or below what is backed up. */
const revOf = (entry: OutboxEntry | KeptEntry): number => ('rev' in entry ? entry.rev : (entry.acknowledgedRev ?? 0));

/** Names how safely something is kept. */
export const tickWord = (count: TickCount): string => {
  const { onPhone, atServer, backedUp } = t.syncStatus.ticks;
  return { 1: onPhone, 2: atServer, 3: backedUp }[count];
};

/** Counts this phone's own work by how safely it is kept, as far as the phone still has to hold it. */
export const countByTick = ({
  outbox,
  kept,
  meta,
}: KeptWork): { readonly onPhone: number; readonly atServer: number } => ({
  onPhone: countUnsent(outbox),
  atServer: [...outbox, ...kept].filter((entry) => revOf(entry) > meta.safe).length,
});

/** Counts the saved mutations that the server has not acknowledged. */
export const countUnsent = (outbox: readonly OutboxEntry[]): number =>
  outbox.filter((entry) => entry.acknowledgedRev === null).length;
