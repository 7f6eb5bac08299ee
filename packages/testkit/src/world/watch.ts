import type { LocalState } from '@lianxin/sync/client';
import type { StoredStep } from '../phone/memory-phone.ts';
import type { Space } from '../server/space.ts';
import type { Exchange } from './exchange.ts';
import type { WorldPhone } from './world-phone.ts';

/** Is one durable commit on a phone. */
export interface PhoneCommit extends StoredStep {
  readonly phone: WorldPhone;
  /** The answer that led to it; null for saving. */
  readonly cause: Exchange | null;
}

/** Watches everything that becomes true in a world. */
export interface WorldWatch {
  readonly onExchange?: (exchange: Exchange) => void;
  readonly onCommit?: (commit: PhoneCommit) => void;
  /** A phone is another than before: rolled back to an older copy of itself. */
  readonly onRollBack?: (phone: WorldPhone, before: LocalState) => void;
  /** The server is another than before: restored from its newest backup. */
  readonly onRestore?: (before: Readonly<Space>) => void;
}
