import type { OutboxEntry } from '@lianxin/sync/client';

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

/** How far a record has come: 1 on this phone only, 2 at the server. */
export type TickCount = 1 | 2;

/** Tells for every record with work that the server has not acknowledged that it is on this phone only. */
export const recordTicks = (outbox: readonly OutboxEntry[]): ((recordId: string) => TickCount) => {
  const waiting = new Set(
    outbox.filter((entry) => entry.acknowledgedRev === null).flatMap((entry) => touchedRecords(entry.args)),
  );
  return (recordId) => (waiting.has(recordId) ? 1 : 2);
};

/** Counts the saved mutations that the server has not acknowledged. */
export const countUnsent = (outbox: readonly OutboxEntry[]): number =>
  outbox.filter((entry) => entry.acknowledgedRev === null).length;
