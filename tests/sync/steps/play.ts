import { createIds, createTown, createWorld, type World, type WorldPhone } from '@lianxin/testkit';
import { makeAct, type Typed } from './intents.ts';
import type { ActionKind, Step } from './step.ts';

/** Is a world while steps are played in it, with what its people typed. */
export interface Play {
  readonly world: World;
  /** What was typed in each mutation that was saved durably, by mutation id. */
  readonly typed: Map<string, readonly Typed[]>;
  /** Every mutation that was saved durably on some phone. */
  readonly saved: () => ReadonlySet<string>;
  /** Makes ids and values that nobody has used before. */
  readonly made: { readonly newId: () => string; readonly newValue: () => string };
}

/** Starts a world of two grid workers, one of whose clocks is wrong, and two volunteers. */
export const startPlay = async (seed: number, pageRows: number): Promise<Play> => {
  const world = await createWorld({
    seed,
    pageRows,
    place: createTown({ doors: 2 }),
    people: ([first, second]) => [
      { userId: 'user_worker_both0001', userName: '陈网格', posting: { gridIds: [first, second], isVolunteer: false } },
      {
        userId: 'user_worker_first001',
        userName: '一网格',
        posting: { gridIds: [first], isVolunteer: false },
        skewMs: 7_200_000,
      },
      { userId: 'user_volunteer_00001', userName: '冯热心', posting: { gridIds: [], isVolunteer: true } },
      {
        userId: 'user_volunteer_00002',
        userName: '郑帮忙',
        posting: { gridIds: [], isVolunteer: true },
        skewMs: -90_000,
      },
    ],
  });
  const saved = () => new Set(world.phones.flatMap((phone) => phone.app().store.savedIds()));
  let values = 0;
  const newValue = (): string => {
    values += 1;
    return `值${values}`;
  };
  return { world, typed: new Map(), saved, made: { newId: createIds(seed, 'made'), newValue } };
};

const work = (phone: number, kind: ActionKind, pick = 1): Step => ({ type: 'act', phone, kind, pick });

/** Gives people something to meet at: needs, wishes on the wall, a tag, two versions of a value. */
export const opening: readonly Step[] = [
  work(0, 'raise'),
  work(0, 'raise'),
  work(0, 'publish', 0),
  work(0, 'publish', 1),
  work(0, 'addTag'),
  // Somebody who belongs to both grids.
  work(0, 'joinHousehold'),
  // Two who do not see each other write into the same fields.
  work(0, 'edit'),
  work(1, 'edit'),
];

/** Plays steps one after the other, letting everything local finish between them. */
export const play = async (
  game: Play,
  steps: readonly Step[],
  afterEach: (game: Play) => void = () => {},
): Promise<void> => {
  for (const step of steps) {
    await playOne(game, step);
    await game.world.settle();
    afterEach(game);
  }
};

const playOne = async (game: Play, step: Step): Promise<void> => {
  const { world } = game;
  if (step.type === 'act') await act(game, step);
  else if (step.type === 'round') phoneAt(world, step.phone).startRound();
  else if (step.type === 'deliver') world.network.deliver(step.index, step.fault);
  else if (step.type === 'late') await deliverLate(world, step.index);
  else if (step.type === 'crash') await crash(world, step);
  else if (step.type === 'clone') await clone(world, step.phone);
  else if (step.type === 'wait') world.clock.advance(step.ms);
  else post(world, step);
};

const phoneAt = (world: World, index: number): WorldPhone => {
  const phone = world.phones[index % world.phones.length];
  if (phone === undefined) throw new Error('a world without phones');
  return phone;
};

const act = async (game: Play, step: Extract<Step, { type: 'act' }>): Promise<void> => {
  const phone = phoneAt(game.world, step.phone);
  const kind = step.pick % 5 !== 4 && isVolunteer(phone) ? kindOfVolunteer(step.pick) : step.kind;
  const made = makeAct(kind, { phone: phone.app(), pick: step.pick, ...game.made });
  if (made === null) return;
  const before = new Set(phone.app().store.savedIds());
  try {
    await phone.app().save([made.intent]);
  } catch {
    // The phone died in the commit; whether the mutation is durable, only its store knows.
    await phone.crash();
  }
  for (const id of phone.app().store.savedIds()) if (!before.has(id)) game.typed.set(id, made.typed);
};

const isVolunteer = (phone: WorldPhone): boolean => phone.session.userId.startsWith('user_volunteer');

/** A volunteer mostly does what volunteers do; now and then a confused phone tries something else. */
const kindOfVolunteer = (pick: number): ActionKind =>
  (['claim', 'finish', 'release', 'help'] as const)[pick % 4] ?? 'claim';

const deliverLate = async (world: World, index: number): Promise<void> => {
  const late = world.network.takeLate(index);
  if (late === undefined) return;
  const phone = world.phones.find((candidate) => candidate.session.userId === late.session.userId);
  try {
    await phone?.app().take(late.answer);
  } catch {
    await phone?.crash();
  }
};

const crash = async (world: World, step: Extract<Step, { type: 'crash' }>): Promise<void> => {
  const phone = phoneAt(world, step.phone);
  if (step.when === 'now') await phone.crash();
  else phone.app().store.failNextCommit(step.when);
};

const clone = async (world: World, index: number): Promise<void> => {
  // A handful of phones is enough to collide; more only make a run slow.
  if (world.phones.length < 6) await world.clonePhone(phoneAt(world, index));
};

const post = (world: World, step: Extract<Step, { type: 'post' }>): void => {
  const worker = phoneAt(world, step.person % 2).session;
  const gridIds = world.place.grids.map((grid) => grid.gridId).filter((_, index) => (step.grids & (1 << index)) !== 0);
  world.server.post(worker.userId, { gridIds, isVolunteer: false });
};
