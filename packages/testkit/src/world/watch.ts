import type { Bucket, PullAnswer, PullRequest, PushAnswer, PushRequest } from '@lianxin/protocol';
import type { LocalChange, LocalState } from '@lianxin/sync/client';
import type { Session } from '../server/memory-server.ts';
import type { Space } from '../server/memory-space.ts';
import type { WorldPhone } from './world-phone.ts';

/** Is one request with its answer. */
export type Spoken =
  | { readonly type: 'push'; readonly request: PushRequest; readonly answer: PushAnswer }
  | { readonly type: 'pull'; readonly request: PullRequest; readonly answer: PullAnswer };

/** Is what the server said to somebody, with what it held and granted when it said it. */
export interface Exchange {
  readonly session: Session;
  readonly spoken: Spoken;
  readonly space: Readonly<Space>;
  readonly granted: readonly Bucket[];
}

/** Is one durable commit on a phone. */
export interface PhoneCommit {
  readonly phone: WorldPhone;
  readonly before: LocalState;
  readonly change: LocalChange;
  readonly after: LocalState;
  /** The answer that led to it; null for saving. */
  readonly cause: Exchange | null;
  /** Whether the app died in it: written, but shown by nobody. */
  readonly died: boolean;
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
