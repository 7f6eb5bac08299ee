import type { RecordName } from '@lianxin/domain';
import { recordNames } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import { createTown, type Place } from '../build/place.ts';
import { createClock, type FakeClock } from '../fakes/clock.ts';
import { createIds } from '../fakes/ids.ts';
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts';
import { createNetwork, type FakeNetwork } from '../fakes/network.ts';
import { type MemoryPhone, openMemoryPhone, type PhoneRoundResult } from '../phone/memory-phone.ts';
import { createMemoryServer, type MemoryServer, type PostedAs, type Session } from '../server/memory-server.ts';

/** Is somebody with a phone. */
export interface WorldPerson extends Session {
  readonly posting: PostedAs;
  /** How far the phone's own clock is off. */
  readonly skewMs?: number;
}

/** Is how a world starts. */
export interface WorldOptions {
  readonly seed: number;
  readonly place?: Place;
  /** Who has a phone, told the grids of the place. */
  readonly people: (gridIds: readonly [string, string]) => readonly WorldPerson[];
  readonly pageRows?: number;
}

/** Is a phone in somebody's hand; the app on it may die and be opened again. */
export interface WorldPhone {
  readonly session: Session;
  readonly app: () => MemoryPhone;
  /** Begins a round unless one runs; its requests wait in the network. */
  readonly startRound: () => void;
  readonly lastResult: () => PhoneRoundResult | null;
  /** Kills the app and opens it again on what lies in the store; requests under way go nowhere. */
  readonly crash: () => Promise<void>;
}

/** Is n phones and one server in one process, moved only by the test. */
export interface World {
  readonly seed: number;
  readonly place: Place;
  readonly clock: FakeClock;
  readonly server: MemoryServer;
  readonly network: FakeNetwork;
  readonly phones: readonly WorldPhone[];
  /** Copies a phone with everything on it, the replica id included, as 手机克隆 does. */
  readonly clonePhone: (phone: WorldPhone) => Promise<WorldPhone>;
  /** Lets everything that can happen without the network happen. */
  readonly settle: () => Promise<void>;
  /** Carries everything without faults until every phone has nothing to say. */
  readonly heal: () => Promise<void>;
}

/** Creates a world: a place loaded on the server, a phone for each person. The same seed gives the same ids. */
export const createWorld = async (options: WorldOptions): Promise<World> => {
  const place = options.place ?? createTown();
  const clock = createClock();
  const newId = createIds(options.seed, 'server');
  const pageRows = options.pageRows ?? 7;
  const server = createMemoryServer({ communityId: place.communityId, now: clock.now, newId, pageRows });
  const network = createNetwork(server);
  server.load(place.rows);
  const phones: WorldPhone[] = [];
  const add = async (person: WorldPerson, store: MemoryStore): Promise<WorldPhone> => {
    const ids = createIds(options.seed * 31 + phones.length + 1, `phone${phones.length}`);
    const now = () => clock.now() + (person.skewMs ?? 0);
    const phone = await createWorldPhone(person, { store, network, now, newId: ids, communityId: place.communityId });
    phones.push(phone);
    return phone;
  };
  const people = options.people([place.grids[0].gridId, place.grids[1].gridId]);
  for (const person of people) {
    server.post(person.userId, person.posting);
    await add(person, createMemoryStore());
  }
  const world = { seed: options.seed, place, clock, server, network, phones, settle };
  return {
    ...world,
    clonePhone: (phone) => {
      const person = people.find((candidate) => candidate.userId === phone.session.userId);
      if (person === undefined) throw new Error('a clone needs a person of this world');
      return add(person, phone.app().store.clone());
    },
    heal: () => heal(world),
  };
};

interface PhoneWiring {
  readonly store: MemoryStore;
  readonly network: FakeNetwork;
  readonly now: () => number;
  readonly newId: () => string;
  readonly communityId: string;
}

const createWorldPhone = async ({ userId, userName }: WorldPerson, wiring: PhoneWiring): Promise<WorldPhone> => {
  const session = { userId, userName };
  const open = () => openMemoryPhone({ ...wiring, author: session, transport: wiring.network.connect(session) });
  let app = await open();
  let running: MemoryPhone | null = null;
  let last: PhoneRoundResult | null = null;
  const run = async (): Promise<void> => {
    const mine = app;
    running = mine;
    const result = await mine.round();
    if (running !== mine) return;
    if (mine.isDead()) app = await open();
    running = null;
    last = result;
  };
  return {
    session,
    app: () => app,
    startRound: () => {
      if (running === null) void run();
    },
    lastResult: () => last,
    crash: async () => {
      running = null;
      last = null;
      app = await open();
    },
  };
};

/** A macrotask runs after all microtasks, so every promise that can go on has gone on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const heal = async ({ phones, network }: Pick<World, 'phones' | 'network'>): Promise<void> => {
  const carryAll = async (): Promise<void> => {
    for (let count = 0; count < 5_000 && network.waiting() > 0; count += 1) {
      network.deliver(0);
      await settle();
    }
  };
  await settle();
  await carryAll();
  // What one phone pushes in its round, the others see in their next; one more pass for a phone that dies in its first.
  for (let pass = 0; pass < 3; pass += 1) {
    for (const phone of phones) {
      phone.startRound();
      await settle();
      await carryAll();
    }
  }
};

/** Lists the rows that somebody should hold: the server's, in the buckets granted to them, without what was deleted. */
export const grantedRows = (world: World, userId: string): readonly StoredRow[] => {
  const granted = new Set(world.server.bucketsOf(userId));
  return [...world.server.space().rows.values()]
    .filter((row) => !row.deleted && row.buckets.some((bucket) => granted.has(bucket)))
    .map((row) => ({ ...row, buckets: row.buckets.filter((bucket) => granted.has(bucket)) }));
};

/** Lists every row of a view. */
export const allRows = (view: { readonly all: (table: RecordName) => readonly StoredRow[] }): readonly StoredRow[] =>
  recordNames.flatMap((table) => view.all(table));
