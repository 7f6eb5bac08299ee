import type { RecordName } from '@lianxin/domain';
import { recordNames } from '@lianxin/domain';
import { type Mutation, type PushRequest, schemaVersion } from '@lianxin/protocol';
import type { StoredRow } from '@lianxin/sync/merge';
import { type Ablation, ablated } from '../ablations/ablated.ts';
import { createTown, type Place } from '../build/place.ts';
import { createClock, type FakeClock } from '../fakes/clock.ts';
import { createIds } from '../fakes/ids.ts';
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts';
import { createNetwork, type FakeNetwork } from '../fakes/network.ts';
import type { PostedAs } from '../server/memory-postings.ts';
import { createMemoryServer, type MemoryServer } from '../server/memory-server.ts';
import type { Session } from '../server/session.ts';
import type { ServerSteps } from '../steps/server-steps.ts';
import type { WorldWatch } from './watch.ts';
import { createWorldPhone, type WorldPhone } from './world-phone.ts';

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
  /** Whether every message is checked against the wire schemas; it is unless a world says otherwise. */
  readonly isWireChecked?: boolean;
  /** The mechanisms that are switched off in this world. */
  readonly ablations?: readonly Ablation[];
  /** Says over which mutations the server's rules break. */
  readonly breaksRule?: (mutation: Mutation) => boolean;
  readonly watch?: WorldWatch;
}

/** Is n phones and one server in one process, moved only by the test. Everything happens at once when it is told to. */
export interface World {
  readonly seed: number;
  readonly place: Place;
  readonly clock: FakeClock;
  readonly server: MemoryServer;
  readonly network: FakeNetwork;
  readonly phones: readonly WorldPhone[];
  /** Copies a phone with everything on it, the replica id included, as 手机克隆 does. */
  readonly clonePhone: (phone: WorldPhone) => WorldPhone;
  /** Gives the owner of a phone a further one with nothing on it. */
  readonly addPhone: (phone: WorldPhone) => WorldPhone;
  /** Hands in what a phone could not send itself, as its author's; `line` names the file. */
  readonly handIn: (session: Session, line: string, mutations: readonly Mutation[]) => void;
  /** Brings the server back to its newest backup. */
  readonly restore: () => void;
  /** Carries everything without faults until every phone has nothing to say; says whether it came to that. */
  readonly heal: () => boolean;
}

/** Creates a world: a place loaded on the server, a phone for each person. The same seed gives the same ids. */
export const createWorld = (options: WorldOptions): World => {
  const { seed, watch = {}, place = createTown(), isWireChecked = true } = options;
  const { phoneSteps, serverSteps, serverHabits } = ablated(options.ablations ?? []);
  const clock = createClock();
  const newId = createIds(seed, 'server');
  const server = createMemoryServer({
    communityId: place.communityId,
    now: clock.now,
    newId,
    pageRows: options.pageRows ?? 7,
    steps: breaking(serverSteps, options.breaksRule),
    habits: serverHabits,
  });
  const network = createNetwork(server, { isWireChecked, onExchange: (exchange) => watch.onExchange?.(exchange) });
  server.load(place.rows);
  const phones: WorldPhone[] = [];
  const add = (person: WorldPerson, store: MemoryStore): WorldPhone => {
    const phone: WorldPhone = createWorldPhone({
      session: { userId: person.userId, userName: person.userName },
      store,
      network,
      onStored: (step, cause) => watch.onCommit?.({ ...step, phone, cause }),
      onRollBack: (before) => watch.onRollBack?.(phone, before),
      steps: phoneSteps,
      clock: clock.now,
      skewMs: person.skewMs ?? 0,
      seed: seed * 31 + phones.length + 1,
      label: `phone${phones.length}`,
      communityId: place.communityId,
    });
    phones.push(phone);
    return phone;
  };
  const people = options.people([place.grids[0].gridId, place.grids[1].gridId]);
  for (const person of people) {
    server.post(person.userId, person.posting);
    add(person, createMemoryStore());
  }
  const ownerOf = (phone: WorldPhone): WorldPerson => {
    const person = people.find((candidate) => candidate.userId === phone.session.userId);
    if (person === undefined) throw new Error('a phone needs a person of this world');
    return person;
  };
  const world = { seed, place, clock, server, network, phones };
  return {
    ...world,
    clonePhone: (phone) => add(ownerOf(phone), phone.app().store.clone()),
    addPhone: (phone) => add(ownerOf(phone), createMemoryStore()),
    handIn: (session, line, mutations) => {
      const request: PushRequest = {
        version: 1,
        schema: schemaVersion,
        communityId: place.communityId,
        epoch: null,
        replicaId: line,
        mutations: [...mutations],
        left: 0,
      };
      const answer = server.push(session, request);
      if (answer.stop !== null) throw new Error(`a rescued line was stopped: ${answer.stop}`);
      const granted = server.bucketsOf(session.userId);
      watch.onExchange?.({ session, spoken: { type: 'push', request, answer }, space: server.space(), granted });
    },
    restore: () => {
      const before = server.space();
      server.restore();
      if (server.space() !== before) watch.onRestore?.(before);
    },
    heal: () => heal(world),
  };
};

const breaking = (steps: ServerSteps, breaksRule: WorldOptions['breaksRule']): ServerSteps =>
  breaksRule === undefined
    ? steps
    : {
        ...steps,
        decide: (input, place) => {
          if (breaksRule(input.mutation)) throw new Error('this rule breaks');
          return steps.decide(input, place);
        },
      };

type Healing = Pick<World, 'phones' | 'network' | 'server'>;

const heal = (world: Healing): boolean => {
  carryAll(world);
  // What one phone pushes in its round, the others see in their next.
  for (let pass = 0; pass < 8; pass += 1) {
    for (const phone of world.phones) {
      phone.startRound();
      carryAll(world);
    }
    if (world.phones.every((phone) => isAtRest(world, phone))) return true;
  }
  return false;
};

const carryAll = ({ network }: Healing): void => {
  for (let count = 0; count < 5_000 && network.waiting() > 0; count += 1) network.deliver(0);
};

const isAtRest = ({ server }: Healing, phone: WorldPhone): boolean => {
  const { outbox, meta } = phone.app().state();
  // A round that died under a disabled account may not have heard of another history yet.
  const isTold = outbox.every((entry) => entry.acknowledgedRev !== null) && phone.lastResult() !== 'failed';
  if (server.isDisabled(phone.session.userId)) return isTold;
  return phone.lastResult() === 'settled' && outbox.length === 0 && meta.checkpoint === server.space().seq;
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
