import type {
  Bucket,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  SegmentsAnswer,
  SegmentsRequest,
} from '@lianxin/protocol';
import type { Session } from '../server/session.ts';
import type { Space } from '../server/space.ts';

/** Is one request with its answer. */
export type Spoken =
  | { readonly type: 'push'; readonly request: PushRequest; readonly answer: PushAnswer }
  | { readonly type: 'pull'; readonly request: PullRequest; readonly answer: PullAnswer }
  | { readonly type: 'segments'; readonly request: SegmentsRequest; readonly answer: SegmentsAnswer };

/** Is what the server said to somebody, with what it held and granted when it said it. */
export interface Exchange {
  readonly session: Session;
  readonly spoken: Spoken;
  readonly space: Readonly<Space>;
  readonly granted: readonly Bucket[];
}
