import type { RoundResult } from '@lianxin/sync/client';

/** Tells how a round ended: as the server said, or because it could not be reached, the phone's storage failed, or our own code broke. */
export type RoundEnd = RoundResult | 'offline' | 'storageFailed' | 'broken';

/** Is what a phone knows about its own wish to sync. Times are milliseconds on a clock that never goes back. */
export interface SyncMachine {
  readonly isLeader: boolean;
  readonly isVisible: boolean;
  readonly isOnline: boolean;
  readonly onlineSince: number;
  readonly isRunning: boolean;
  readonly isStreaming: boolean;
  /** Whether something may be unseen; a person's own press does not wait for anything. */
  readonly wish: 'none' | 'due' | 'pressed';
  /** How much is unacknowledged: the oldest of it, when that was saved, and how many there are. */
  readonly unsent: { readonly id: string; readonly count: number; readonly since: number } | null;
  readonly checkpoint: number;
  /** The highest top that the server has called out since the running or next round began. */
  readonly calledTop: number;
  readonly failures: number;
  readonly hasFailed: boolean;
  readonly retryAt: number;
  /** What the server asked for: nothing but a person's press goes before it. */
  readonly notBefore: number;
  readonly lastRoundAt: number;
  readonly lastProgressAt: number;
  readonly lastResult: RoundEnd | null;
  /** Whether the stream broke after the last round: the server may be gone, so a round comes before the next stream. */
  readonly isDoubted: boolean;
  readonly streamFailures: number;
  readonly streamAt: number;
}

/** Lists what can happen to the loop. Losing any of them delays work and never loses it: every step asks anew whether anything is unsent or unseen. */
export type SyncEvent =
  | {
      readonly type:
        | 'led'
        | 'followed'
        | 'visible'
        | 'hidden'
        | 'online'
        | 'offline'
        | 'pressed'
        | 'streamOpened'
        | 'tick';
    }
  | { readonly type: 'called'; readonly top: number }
  | {
      readonly type: 'changed';
      readonly unsent: { readonly id: string; readonly count: number; readonly ageMs: number } | null;
      readonly checkpoint: number;
    }
  | { readonly type: 'roundEnded'; readonly result: RoundEnd; readonly retryAfterMs: number }
  | { readonly type: 'streamLost'; readonly livedMs: number };

/** Starts a machine that has never spoken to the server; it is told by events whether it leads and whether anybody looks. */
export const startMachine = (now: number): SyncMachine => ({
  isLeader: false,
  isVisible: false,
  isOnline: true,
  onlineSince: Number.NEGATIVE_INFINITY,
  isRunning: false,
  isStreaming: false,
  wish: 'due',
  unsent: null,
  checkpoint: 0,
  calledTop: 0,
  failures: 0,
  hasFailed: false,
  retryAt: 0,
  notBefore: 0,
  lastRoundAt: now,
  lastProgressAt: 0,
  lastResult: null,
  isDoubted: false,
  streamFailures: 0,
  streamAt: 0,
});
