import type { Instant, RecordName } from '@lianxin/domain';
import type { MutationOutcome } from '@lianxin/protocol';
import type { Intent } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import type { FeedEntry } from '@lianxin/sync/server';
import { createTown, type Place } from '../build/place.ts';
import { createClock, type FakeClock } from '../fakes/clock.ts';
import { createIds } from '../fakes/ids.ts';
import { createMemoryServer, type MemoryServer } from '../server/memory-server.ts';
import { rowOf } from '../server/memory-space.ts';
import type { Session } from '../server/session.ts';

/** Is somebody at the bench who submits mutations straight to the server, as a phone with perfect network would. */
export interface BenchAuthor {
  readonly session: Session;
  /** Submits one mutation; `at` is the author's clock, now unless told. */
  readonly submit: (
    intent: Intent,
    stamp?: { readonly id?: string; readonly at?: Instant; readonly offsetMs?: number },
  ) => MutationOutcome;
}

/** Is a server with a place on it and people who act, for tests of single rules. */
export interface Bench {
  readonly place: Place;
  readonly clock: FakeClock;
  readonly server: MemoryServer;
  readonly newId: () => string;
  /** Works both grids. */
  readonly worker: BenchAuthor;
  /** Works the first grid only. */
  readonly firstWorker: BenchAuthor;
  /** Works the second grid only. */
  readonly secondWorker: BenchAuthor;
  readonly volunteer: BenchAuthor;
  readonly otherVolunteer: BenchAuthor;
  /** Is posted nowhere. */
  readonly stranger: BenchAuthor;
  /** Reads a row that must exist, deleted or not. */
  readonly row: (table: RecordName, id: string) => StoredRow;
  readonly find: (table: RecordName, id: string) => StoredRow | undefined;
  readonly rows: (table: RecordName) => readonly StoredRow[];
  /** Lists the feed lines of a row. */
  readonly feedOf: (table: RecordName, id: string) => readonly FeedEntry[];
}

/** Creates a bench over a town with two grids unless told otherwise. */
export const createBench = (place: Place = createTown()): Bench => {
  const clock = createClock();
  const newId = createIds(1, 'bench');
  const server = createMemoryServer({ communityId: place.communityId, now: clock.now, newId });
  server.load(place.rows);
  const [first, second] = place.grids.map((grid) => grid.gridId);
  const author = (
    userName: string,
    label: string,
    posting: { readonly gridIds: readonly string[]; readonly isVolunteer: boolean } | null,
  ): BenchAuthor => {
    const session = { userId: `user_${label.padEnd(16, '0')}`, userName };
    server.post(session.userId, posting);
    return createAuthor({ session, server, clock, newId, communityId: place.communityId });
  };
  const space = () => server.space();
  return {
    place,
    clock,
    server,
    newId,
    worker: author('陈网格', 'worker', { gridIds: [first ?? '', second ?? ''], isVolunteer: false }),
    firstWorker: author('一网格', 'first', { gridIds: [first ?? ''], isVolunteer: false }),
    secondWorker: author('二网格', 'second', { gridIds: [second ?? ''], isVolunteer: false }),
    volunteer: author('冯热心', 'volunteer', { gridIds: [], isVolunteer: true }),
    otherVolunteer: author('郑帮忙', 'other', { gridIds: [], isVolunteer: true }),
    stranger: author('路人', 'stranger', null),
    row: (table, id) => {
      const row = rowOf(space(), table, id);
      if (row === undefined) throw new Error(`no ${table} ${id}`);
      return row;
    },
    find: (table, id) => rowOf(space(), table, id),
    rows: (table) => [...space().rows.values()].filter((row) => row.table === table),
    feedOf: (table, id) => [...space().feed.values()].filter((entry) => entry.table === table && entry.rowId === id),
  };
};

interface AuthorWiring {
  readonly session: Session;
  readonly server: MemoryServer;
  readonly clock: FakeClock;
  readonly newId: () => string;
  readonly communityId: string;
}

const createAuthor = ({ session, server, clock, newId, communityId }: AuthorWiring): BenchAuthor => {
  const replicaId = newId();
  let n = 0;
  return {
    session,
    submit: (intent, stamp = {}) => {
      n += 1;
      const id = stamp.id ?? newId();
      const args = JSON.parse(JSON.stringify(intent.args));
      const mutation = {
        id,
        n,
        name: intent.name,
        version: 1,
        at: stamp.at ?? clock.now(),
        offsetMs: stamp.offsetMs ?? 0,
        args,
      };
      const answer = server.push(session, {
        version: 1,
        schema: 1,
        communityId,
        epoch: null,
        replicaId,
        mutations: [mutation],
        left: 0,
      });
      const outcome = answer.outcomes[0];
      if (outcome === undefined) throw new Error(`the server stopped: ${answer.stop}`);
      return outcome;
    },
  };
};
