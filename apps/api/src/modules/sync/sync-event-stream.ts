import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { StreamLimits } from './sync-events.ts';
import type { SyncSubscription } from './sync-subscription.ts';

/** Is the pace of a stream, in milliseconds. */
export interface StreamPace {
  readonly pokeEveryMs: number;
  readonly heartbeatMs: number;
  readonly lifeMs: number;
}

/** Is how many streams are carried and at what pace. */
export interface StreamSettings {
  readonly limits: StreamLimits;
  readonly pace: StreamPace;
}

/** Is what one stream serves. `readScope` looks up session and postings anew and tells the buckets seen now; null ends the stream. */
export interface SyncStream {
  readonly subscription: SyncSubscription;
  readonly readScope: () => Promise<ReadonlySet<string> | null>;
  readonly pace: StreamPace;
}

/** Answers with a stream of pokes: the top of the community's counter and nothing else, and only when something of one's own has changed. */
export const streamSyncEvents = (context: Context, served: SyncStream): Response => {
  const { subscription, pace } = served;
  // A proxy that gathers answers would hold every poke back.
  context.header('X-Accel-Buffering', 'no');
  const response = streamSSE(context, async (stream) => {
    const life = setTimeout(subscription.end, pace.lifeMs);
    stream.onAbort(subscription.end);
    // A phone that reads nothing must not hold its stream open.
    void subscription.ended.then(() => stream.abort());
    try {
      await serve(stream, served);
    } finally {
      clearTimeout(life);
      subscription.end();
    }
  });
  // A connection that waited for another request would hold a stopping server open.
  response.headers.set('connection', 'close');
  return response;
};

const serve = async (stream: SSEStreamingApi, { subscription, readScope, pace }: SyncStream): Promise<void> => {
  // The first bytes tell the phone that the stream stands; from here on nothing of its own goes by unnoticed.
  let scope = await readScope();
  while (scope !== null && !subscription.isEnded()) {
    subscription.narrow(scope);
    const noted = subscription.take();
    if (noted !== null && holdsAny(scope, noted.buckets)) {
      await stream.writeSSE({ event: 'poke', data: JSON.stringify({ top: noted.top }) });
      await subscription.pause(pace.pokeEveryMs);
    } else await stream.write(':\n\n');
    await subscription.wait(pace.heartbeatMs);
    // Asked anew every time: a session or a posting may have ended since the last word.
    scope = subscription.isEnded() ? null : await readScope();
  }
};

const holdsAny = (scope: ReadonlySet<string>, buckets: ReadonlySet<string>): boolean =>
  [...buckets].some((bucket) => scope.has(bucket));
