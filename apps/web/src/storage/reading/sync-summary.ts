import type { LocalState } from '@lianxin/sync/client';
import { countUnsent } from './record-tick.ts';

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
  unsent: countUnsent(outbox),
  attention: attention.filter((entry) => entry.outcome !== 'handedOver').length,
  syncedAt: meta.lastCheckpointAt,
});
