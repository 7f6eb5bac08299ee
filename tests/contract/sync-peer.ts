import { randomUUID } from 'node:crypto';
import type { Json } from '@lianxin/domain';
import type {
  Bucket,
  Mutation,
  MutationOutcome,
  PullAnswer,
  PushAnswer,
  PushRequest,
  WireRow,
} from '@lianxin/protocol';
import type { Place } from '@lianxin/testkit';

/** Is somebody's way into a store. `behind` is said when the store was rolled back behind what the caller knows. */
export interface SyncConnection {
  readonly push: (request: PushRequest) => Promise<PushAnswer>;
  readonly pull: (request: {
    readonly replicaId: string;
    readonly epoch: string | null;
    readonly have: Readonly<Record<Bucket, number>>;
  }) => Promise<PullAnswer | 'behind'>;
}

/** Is a store under contract with a town in it. */
export interface OpenedSyncStore {
  readonly place: Place;
  /** The most rows that a page holds. */
  readonly pageRows: number;
  /** Lets a grid worker in, posted to one of the town's grids. */
  readonly connect: (userId: string, gridId: string) => Promise<SyncConnection>;
  /** Posts a grid worker to another grid. */
  readonly move: (userId: string, gridId: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Is a phone reduced to what the wire knows of it: it numbers, and follows its cursors. */
export interface SyncPeer {
  readonly replicaId: string;
  readonly mutation: (name: string, args: Json) => Mutation;
  readonly push: (mutations: readonly Mutation[], changes?: Partial<PushRequest>) => Promise<PushAnswer>;
  /** Pulls one page and moves the cursors. */
  readonly pullPage: () => Promise<PullAnswer>;
  /** Pulls until the checkpoint; every row image in the order it came. */
  readonly pullRows: () => Promise<readonly WireRow[]>;
  /** Asks with these cursors instead of its own, and moves nothing. */
  readonly ask: (have: Readonly<Record<Bucket, number>>) => Promise<PullAnswer | 'behind'>;
}

/** Is a fresh store with ways to make peers, opened before each test of the contract. */
export interface UnderContract {
  readonly store: () => OpenedSyncStore;
  /** A phone of a grid worker, in the first grid unless told otherwise. */
  readonly peer: (userId: string, grid?: 0 | 1) => Promise<SyncPeer>;
  /** A visit at a door of the first grid. */
  readonly visit: (peer: SyncPeer, note?: string) => ReturnType<SyncPeer['mutation']>;
}

/** More pages than any test needs. */
const mostPages = 1_000;

/** Creates a peer that has neither pushed nor pulled. */
export const createPeer = (connection: SyncConnection, communityId: string): SyncPeer => {
  const replicaId = randomUUID();
  const have: Record<Bucket, number> = {};
  let epoch: string | null = null;
  let n = 0;
  const ask: SyncPeer['ask'] = (cursors) => connection.pull({ replicaId, epoch, have: cursors });
  const pullPage = async (): Promise<PullAnswer> => {
    const page = await ask(have);
    if (page === 'behind') throw new Error('the store is behind its own reader');
    epoch = page.epoch;
    for (const { bucket, to } of page.buckets) have[bucket] = to;
    for (const bucket of page.drop) delete have[bucket];
    return page;
  };
  return {
    replicaId,
    ask,
    pullPage,
    mutation: (name, args) => {
      n += 1;
      return { id: randomUUID(), n, name, version: 1, at: Date.now(), offsetMs: 0, args };
    },
    push: (mutations, changes = {}) =>
      connection.push({
        ...{ version: 1, schema: 1, communityId, epoch, replicaId, left: 0, ...changes },
        mutations: [...mutations],
      }),
    pullRows: async () => {
      const rows: WireRow[] = [];
      for (let pages = 0; pages < mostPages; pages += 1) {
        const page = await pullPage();
        rows.push(...rowsOf(page));
        if (page.checkpoint) return rows;
      }
      throw new Error('the pull never comes to a checkpoint');
    },
  };
};

/** Lists the row images of a page. */
export const rowsOf = (page: PullAnswer): readonly WireRow[] => page.buckets.flatMap(({ rows }) => rows);

/** Lists the outcomes in words. */
export const kindsOf = (outcomes: readonly MutationOutcome[]): readonly string[] =>
  outcomes.map(({ outcome }) => outcome);
