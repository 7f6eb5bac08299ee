import { create } from 'zustand';
import type { RoundEnd } from './sync-machine-state.ts';

/** Is what the pages say about contact with the server. */
export interface SyncStatus {
  readonly phase: 'idle' | 'working' | 'waiting';
  readonly lastResult: RoundEnd | null;
  /** Whether saved work has waited beside a network for so long that a person has to do something. */
  readonly isStalled: boolean;
  /** Rows received and still to come in the running round, for the first pull's progress. */
  readonly progress: { readonly received: number; readonly remaining: number } | null;
}

/** Holds what the pages say about contact with the server; in a tab that does not lead, what the leading tab says. */
export const useSyncStatus = create<SyncStatus>(() => ({
  phase: 'idle',
  lastResult: null,
  isStalled: false,
  progress: null,
}));
