import type { LocalState } from '@lianxin/sync/client';

/** Is how far a community's work on this phone has come. */
export interface SyncSummary {
  /** Saved here, not yet at the server. */
  readonly unsent: number;
  /** Held or refused, waiting for a person. */
  readonly attention: number;
  /** When everything was last the same on both sides; null before the first time. */
  readonly syncedAt: number | null;
}

/** Counts what a person should know about their saved work. */
export const summariseSync = ({ outbox, attention, meta }: LocalState): SyncSummary => ({
  unsent: outbox.filter((entry) => entry.acknowledgedRev === null).length,
  attention: attention.length,
  syncedAt: meta.lastCheckpointAt,
});

/** Collects the ids of the records that unsent work makes or changes: those have one tick, every other has two. */
export const unsentRecordIds = ({ outbox }: LocalState): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const entry of outbox) if (entry.acknowledgedRev === null) collectIds(entry.args, ids);
  return ids;
};

const collectIds = (value: unknown, ids: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'id' && typeof item === 'string') ids.add(item);
    else collectIds(item, ids);
  }
};
