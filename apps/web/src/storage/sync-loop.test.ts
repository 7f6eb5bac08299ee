import 'fake-indexeddb/auto';
import type { PullAnswer, PushAnswer, PushRequest } from '@lianxin/protocol';
import type { LocalStore, Transport, TransportRefusal } from '@lianxin/sync/client';
import { afterEach, describe, expect, it } from 'vitest';
import { plainCodec } from './codec.ts';
import { AccountDatabase } from './database.ts';
import { createDexieStore } from './dexie-store.ts';
import { NetworkFailure } from './patient-reading.ts';
import { openRegister } from './register.ts';
import { StorageFailure } from './storage-failure.ts';
import type { SyncEventListener } from './sync-events.ts';
import { type SyncLoop, startSyncLoop } from './sync-loop.ts';
import type { SyncStatus } from './sync-status.ts';

const communityId = '01900000-0000-7000-8000-000000000001';
const epoch = 'epoch-000000000000001';
const busy: TransportRefusal = { type: 'refusal', reason: 'busy', retryAfterMs: 60 };

const stops: (() => void)[] = [];
let accountCount = 0;
let idCount = 0;
const newId = () => {
  idCount += 1;
  return `id-${String(idCount).padStart(20, '0')}`;
};

type Trouble = 'none' | 'network' | 'bug' | TransportRefusal;

/** A phone with a real database whose server is a few lines here; troubles come one after the other before the server does its work. */
const startPhone = async (
  options: { readonly troubles?: readonly Trouble[]; readonly store?: (store: LocalStore) => LocalStore } = {},
) => {
  accountCount += 1;
  const accountId = `account-of-the-loop-${accountCount}`;
  const database = new AccountDatabase(accountId);
  const store = createDexieStore(database, plainCodec, accountId);
  const register = await openRegister({
    store: options.store?.(store) ?? store,
    communityId,
    author: { userId: accountId, userName: '甲' },
    now: Date.now,
    newId,
    announce: () => undefined,
  });
  const troubles = [...(options.troubles ?? [])];
  const asked: ('push' | 'pull')[] = [];
  const [statuses, broken, listeners]: [SyncStatus[], unknown[], SyncEventListener[]] = [[], [], []];
  let rev = 0;
  const answer = async <T>(kind: 'push' | 'pull', work: () => T): Promise<T | TransportRefusal> => {
    asked.push(kind);
    const trouble = troubles.shift() ?? 'none';
    if (trouble === 'network') throw new NetworkFailure('no server');
    if (trouble === 'bug') throw new TypeError('undefined is not a function');
    return trouble === 'none' ? work() : trouble;
  };
  const transport: Transport = {
    push: (request) => answer('push', () => takeAll(request, () => ++rev)),
    pull: () => answer('pull', () => emptyPage(rev)),
    segments: async () => {
      throw new Error('nothing was announced');
    },
  };
  const loop = startSyncLoop({
    register,
    transport,
    listen: (_community, listener) => {
      listeners.push(listener);
      listener.onOpen();
      return () => undefined;
    },
    now: Date.now,
    elapsed: () => performance.now(),
    newId,
    random: () => 0.02,
    onSignedOut: () => undefined,
    onStatus: (status) => statuses.push(status),
    onBroken: (cause) => broken.push(cause),
  });
  stops.push(() => {
    loop.stop();
    database.close();
  });
  const save = () => register.save([{ name: 'tag.end', args: { tagId: newId(), toOn: '2026-11-20' } }]);
  return { loop, register, save, asked, statuses, broken, listeners, serverWrites: () => ++rev };
};

const takeAll = (request: PushRequest, nextRev: () => number): PushAnswer => ({
  version: 1,
  epoch,
  replicaId: request.replicaId,
  serverNow: Date.now(),
  outcomes: request.mutations.map(({ n, id }) => ({
    n,
    id,
    rev: nextRev(),
    outcome: 'applied',
    reason: null,
    field: null,
  })),
  stop: null,
  safe: 0,
});

const emptyPage = (top: number): PullAnswer => ({
  version: 1,
  epoch,
  top,
  serverNow: Date.now(),
  buckets: [],
  drop: [],
  checkpoint: true,
  safe: 0,
  audit: null,
});

const begin = (loop: SyncLoop): void => {
  loop.notice('visible');
  loop.lead();
};

const until = async (isTrue: () => boolean): Promise<void> => {
  const end = performance.now() + 5_000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error('it never came to be');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** The results one after the other, each said once however often it came in a row. */
const resultsOf = (phone: { readonly statuses: readonly SyncStatus[] }) =>
  phone.statuses
    .map((status) => status.lastResult)
    .filter((result, at, all) => result !== null && result !== all[at - 1]);

const lastResult = (phone: { readonly statuses: readonly SyncStatus[] }) => phone.statuses.at(-1)?.lastResult;

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('the loop', () => {
  it('sends what was saved by itself, after any number of failures, and says how it stands', async () => {
    const phone = await startPhone({ troubles: ['network', 'network', busy, 'network'] });
    begin(phone.loop);
    await phone.save();
    await until(() => phone.register.state().outbox.length === 0);
    await until(() => phone.statuses.at(-1)?.phase === 'idle');
    expect(resultsOf(phone)).toEqual(['offline', 'busy', 'offline', 'settled']);
  });

  it('sends what was saved while a round was under way', async () => {
    const phone = await startPhone();
    begin(phone.loop);
    for (let count = 0; count < 20; count += 1) await phone.save();
    await until(() => phone.register.state().outbox.length === 0);
    expect(phone.asked.filter((kind) => kind === 'push').length).toBeGreaterThan(0);
  });

  it('sends nothing in a tab that does not lead, and all of it when the lead comes', async () => {
    const phone = await startPhone();
    phone.loop.notice('visible');
    await phone.save();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(phone.asked).toEqual([]);
    phone.loop.lead();
    await until(() => phone.register.state().outbox.length === 0);
  });

  it('pulls when it is called to something new, and not for what it has', async () => {
    const phone = await startPhone();
    begin(phone.loop);
    await phone.save();
    await until(() => phone.register.state().outbox.length === 0 && phone.statuses.at(-1)?.phase === 'idle');
    const { length: before } = phone.asked;
    const { checkpoint } = phone.register.state().meta;
    phone.listeners.at(-1)?.onCall(checkpoint);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(phone.asked.length).toBe(before);
    phone.listeners.at(-1)?.onCall(phone.serverWrites());
    await until(() => phone.register.state().meta.checkpoint > checkpoint);
  });

  it('tells a failing storage from a failing network and from a fault of its own, and survives all three', async () => {
    let isFull = true;
    const phone = await startPhone({
      troubles: ['bug', 'network'],
      store: (store) => ({
        ...store,
        commit: async (change) => {
          if (isFull) throw new StorageFailure('quota', new Error('no room'));
          return await store.commit(change);
        },
      }),
    });
    begin(phone.loop);
    await until(() => lastResult(phone) === 'storageFailed');
    expect(resultsOf(phone)).toEqual(['broken', 'offline', 'storageFailed']);
    expect(phone.broken).toMatchObject([{ name: 'TypeError' }]);
    isFull = false;
    await until(() => lastResult(phone) === 'settled');
  });

  it('asks nothing more after it was stopped', async () => {
    const phone = await startPhone({ troubles: ['network', 'network', 'network'] });
    begin(phone.loop);
    await until(() => phone.asked.length > 0);
    phone.loop.stop();
    const { length } = phone.asked;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(phone.asked.length).toBe(length);
  });
});
