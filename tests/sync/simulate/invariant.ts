import type { LocalState } from '@lianxin/sync/client';
import type { Exchange, PhoneCommit, WorldPhone } from '@lianxin/testkit';
import type { Play } from '../steps/play.ts';

/** Says in one sentence what is wrong, or null. */
export type Complaint = string | null;

/** Watches one run for one invariant. What is not watched cannot be wrong. */
export interface Watcher {
  readonly onExchange?: (exchange: Exchange) => Complaint;
  readonly onCommit?: (commit: PhoneCommit) => Complaint;
  readonly onRollBack?: (phone: WorldPhone, before: LocalState) => void;
  readonly onRestore?: () => Complaint;
  /** Asks once, after everything was carried without faults until nobody had anything to say; `isAtRest` tells whether it came to that. */
  readonly atEnd?: (isAtRest: boolean) => Complaint;
}

/** Is one promise of docs/sync.md, checked in every run. */
export interface Invariant {
  readonly name: string;
  readonly watch: (play: Play) => Watcher;
}
