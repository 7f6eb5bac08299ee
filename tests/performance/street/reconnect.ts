import { request } from 'node:http';
import { setTimeout as pass } from 'node:timers/promises';
import { apiBase } from '@lianxin/protocol';
import type { PhoneReply, StreetPhone } from './street-phone.ts';

/** Is how a crowd of phones came back. */
export interface Reconnected {
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that sent a phone away without saying when to come back. */
  readonly withoutRetryAfter: number;
  readonly seconds: number;
  /** The longest that `/healthz` took meanwhile, in milliseconds. */
  readonly slowestHealthMs: number;
}

/** Is a phone that comes back, with the stream of pokes it opens. */
export interface ReturningPhone {
  readonly phone: StreetPhone;
  readonly cookie: string;
  readonly communityId: string;
}

/** Lets all phones come back at once: each pulls, pushes five mutations and opens its stream, and waits when it is told to. */
export const reconnectAll = async (origin: string, phones: readonly ReturningPhone[]): Promise<Reconnected> => {
  const statuses: Record<string, number> = {};
  let withoutRetryAfter = 0;
  const note = (reply: Pick<PhoneReply, 'status' | 'retryAfterMs'>): boolean => {
    statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
    const isSentAway = reply.status === 429 || reply.status === 503;
    if (isSentAway && reply.retryAfterMs === null) withoutRetryAfter += 1;
    return isSentAway;
  };
  const insist = async (call: () => Promise<Pick<PhoneReply, 'status' | 'retryAfterMs'>>): Promise<void> => {
    for (;;) {
      const reply = await call();
      if (!note(reply)) return;
      await pass((reply.retryAfterMs ?? 1_000) * (1 + Math.random() / 2));
    }
  };
  const close: (() => void)[] = [];
  const start = performance.now();
  const health = watchHealth(origin);
  await Promise.all(
    phones.map(async ({ phone, ...stream }) => {
      await insist(() => phone.call('pull'));
      await insist(() => phone.call('push'));
      await insist(() => openStream(origin, stream, close));
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  for (const end of close) end();
  return { statuses, withoutRetryAfter, seconds, slowestHealthMs: await health.end() };
};

const openStream = (
  origin: string,
  { cookie, communityId }: Omit<ReturningPhone, 'phone'>,
  close: (() => void)[],
): Promise<Pick<PhoneReply, 'status' | 'retryAfterMs'>> =>
  new Promise((resolve, reject) => {
    const path = `${apiBase}/sync/events?community=${communityId}`;
    const sent = request(`${origin}${path}`, { headers: { cookie } }, (answer) => {
      const retryAfter = answer.headers['retry-after'];
      answer.resume();
      answer.on('error', () => undefined);
      close.push(() => sent.destroy());
      resolve({
        status: answer.statusCode ?? 0,
        retryAfterMs: retryAfter === undefined ? null : Number(retryAfter) * 1_000,
      });
    });
    sent.on('error', reject);
    sent.end();
  });

const watchHealth = (origin: string) => {
  let isOver = false;
  let slowest = 0;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const start = performance.now();
      const { status } = await fetch(`${origin}/healthz`);
      if (status !== 200) throw new Error(`/healthz answered ${status}`);
      slowest = Math.max(slowest, performance.now() - start);
      await pass(100);
    }
  };
  const watching = watch();
  return {
    end: async (): Promise<number> => {
      isOver = true;
      await watching;
      return slowest;
    },
  };
};
