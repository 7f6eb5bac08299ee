import type { Json } from '@lianxin/domain';
import type { Mutation } from '@lianxin/protocol';
import {
  type Ablation,
  createIds,
  createTown,
  createWorld,
  type Session,
  type World,
  type WorldPhone,
  type WorldWatch,
} from '@lianxin/testkit';
import type { Config } from '../simulate/config.ts';
import type { Typed } from './hand.ts';
import { poison } from './held-intents.ts';
import { makeAct } from './intents.ts';
import type { ActionKind, Step } from './step.ts';

/** Is one mutation that lay durably on some phone at some time. */
export interface Saved {
  readonly name: string;
  readonly typed: readonly Typed[];
  /** Who saved it on which phone; a phone that was rolled back is another. */
  readonly line: string;
  readonly ordinal: number;
}

/** Is a world while steps are played in it, with what its people did. */
export interface Play {
  readonly config: Config;
  readonly world: World;
  readonly saved: ReadonlyMap<string, Saved>;
  /** What no phone held any more after one was rolled back: it may be gone with the server's last copy. */
  readonly destroyed: ReadonlySet<string>;
  /** The notices that a rolled-back phone forgot. */
  readonly forgotten: ReadonlySet<string>;
  /** The phones whose storage lost something. */
  readonly corrupted: ReadonlySet<WorldPhone>;
  readonly take: (step: Step) => void;
}

/** Starts the world of a configuration: grid workers, volunteers, a small town. */
export const startPlay = (config: Config, watch: WorldWatch, ablations: readonly Ablation[] = []): Play => {
  const saved = new Map<string, Saved>();
  const lines = new WeakMap<WorldPhone, string>();
  let typing: readonly Typed[] = [];
  const lineOf = (phone: WorldPhone): string => lines.get(phone) ?? newLine(phone);
  const newLine = (phone: WorldPhone): string => {
    const line = `line ${made.newId()}`;
    lines.set(phone, line);
    return line;
  };
  const made = { newId: createIds(config.seed, 'made'), newValue: createValues() };
  const destroyed = new Set<string>();
  const forgotten = new Set<string>();
  const corrupted = new Set<WorldPhone>();
  const world = createWorld({
    seed: config.seed,
    pageRows: config.pageRows,
    isWireChecked: config.isWireChecked,
    place: townOf(config.doors),
    ablations,
    people: (gridIds) => peopleOf(config, gridIds),
    breaksRule: ({ name, args }) => name === 'record.edit' && JSON.stringify(args).includes(poison),
    watch: {
      ...watch,
      onCommit: (commit) => {
        if (commit.cause === null) {
          for (const { id, name } of commit.change.putOutbox)
            saved.set(id, { name, typed: typing, line: lineOf(commit.phone), ordinal: saved.size });
        }
        watch.onCommit?.(commit);
      },
      onRollBack: (phone, before) => {
        newLine(phone);
        const held = new Set(world.phones.flatMap(heldBy));
        for (const { id } of [...before.outbox, ...before.kept]) if (!held.has(id)) destroyed.add(id);
        for (const { id } of before.attention) forgotten.add(id);
        watch.onRollBack?.(phone, before);
      },
    },
  });
  const act = (phone: WorldPhone, kind: ActionKind, pick: number): void => {
    const wanted = pick % 5 !== 4 && isVolunteer(phone) ? kindOfVolunteer(pick) : kind;
    const intent = makeAct(wanted, { phone: phone.app(), pick, ...made });
    if (intent === null) return;
    typing = intent.typed;
    phone.save(intent.intent);
  };
  const play = { config, world, saved, destroyed, forgotten, corrupted };
  const files: RescueFile[] = [];
  return { ...play, take: (step) => take({ ...play, corrupted, files, act }, step) };
};

const towns = new Map<number, ReturnType<typeof createTown>>();

/** A town's rows never change in place, so that one town serves every run. */
const townOf = (doors: number): ReturnType<typeof createTown> => {
  const town = towns.get(doors) ?? createTown({ doors });
  towns.set(doors, town);
  return town;
};

const heldBy = (phone: WorldPhone): readonly string[] => {
  const { outbox, kept } = phone.app().state();
  return [...outbox, ...kept].map((entry) => entry.id);
};

const createValues = (): (() => string) => {
  let values = 0;
  return () => {
    values += 1;
    return `值${values}`;
  };
};

const peopleOf = ({ workers, volunteers, skews }: Config, gridIds: readonly [string, string]) => [
  ...Array.from({ length: workers }, (_, index) => ({
    userId: `user_worker_0000000${index}`,
    userName: ['陈网格', '一网格', '二网格'][index] ?? '某网格',
    posting: { gridIds: index === 0 ? gridIds : [gridIds[(index + 1) % 2] ?? ''], isVolunteer: false },
    skewMs: skews[index] ?? 0,
  })),
  ...Array.from({ length: volunteers }, (_, index) => ({
    userId: `user_volunteer_0000${index}`,
    userName: ['冯热心', '郑帮忙'][index] ?? '某志愿者',
    posting: { gridIds: [], isVolunteer: true },
    skewMs: skews[workers + index] ?? 0,
  })),
];

/** Is everything that would have been lost with a phone when the file was written, in the order it was saved. */
interface RescueFile {
  readonly session: Session;
  readonly line: string;
  readonly mutations: readonly Mutation[];
}

interface Stage extends Pick<Play, 'config' | 'world'> {
  readonly files: RescueFile[];
  readonly corrupted: Set<WorldPhone>;
  readonly act: (phone: WorldPhone, kind: ActionKind, pick: number) => void;
}

type Takers = { readonly [T in Step['type']]: (stage: Stage, step: Extract<Step, { type: T }>) => void };

const takers: Takers = {
  act: ({ world, act }, { phone, kind, pick }) => act(phoneAt(world, phone), kind, pick),
  round: ({ world }, { phone }) => phoneAt(world, phone).startRound(),
  sync: ({ world }, { phone }) => phoneAt(world, phone).syncAlone(),
  deliver: ({ world }, { index, fault }) => world.network.deliver(index, fault),
  late: ({ world }, { index }) => world.network.deliverLate(index),
  crash: ({ world }, { phone, when }) => {
    if (when === 'now') phoneAt(world, phone).crash();
    else phoneAt(world, phone).app().store.failNextCommit(when);
  },
  clone: ({ world, corrupted }, { phone }) => {
    // A handful of phones is enough to collide; more only make a run slow.
    if (world.phones.length >= 6) return;
    const original = phoneAt(world, phone);
    const clone = world.clonePhone(original);
    if (corrupted.has(original)) corrupted.add(clone);
  },
  fresh: ({ world }, { phone }) => {
    if (world.phones.length < 6) world.addPhone(phoneAt(world, phone)).startRound();
  },
  copyAside: ({ world }, { phone }) => phoneAt(world, phone).app().store.copyAside(),
  rollBack: ({ world }, { phone }) => phoneAt(world, phone).rollBack(),
  exportWork: ({ world, files }, { phone }) => {
    const { session, app } = phoneAt(world, phone);
    const { kept, outbox } = app().state();
    const entries = [...kept, ...outbox].sort((a, b) => a.order - b.order);
    const mutations = entries.map(({ id, name, version, at, offsetMs, args }, index) => {
      const json: Json = JSON.parse(JSON.stringify(args));
      return { id, n: index + 1, name, version, at, offsetMs, args: json };
    });
    files.push({ session, line: `rescue-file-${String(files.length).padStart(8, '0')}`, mutations });
  },
  handIn: ({ world, files }, { index }) => {
    const file = files[index % Math.max(1, files.length)];
    if (file !== undefined) world.handIn(file.session, file.line, file.mutations);
  },
  corrupt: ({ world, corrupted }, { phone, pick }) => {
    const broken = phoneAt(world, phone);
    // What breaks again while it is fetched anew is shown as it came and told to the server; nobody fetches for ever.
    if (broken.app().state().meta.repaired.length > 0) return;
    corrupted.add(broken);
    broken.app().store.loseRow(pick);
    broken.crash();
  },
  wait: ({ world }, { ms }) => world.clock.advance(ms),
  setClock: ({ world }, { phone, ms }) => phoneAt(world, phone).setClock(ms),
  post: ({ config, world }, { person, grids }) => {
    const worker = phoneAt(world, person % config.workers).session;
    const gridIds = world.place.grids.map((grid) => grid.gridId).filter((_, index) => (grids & (1 << index)) !== 0);
    world.server.post(worker.userId, gridIds.length === 0 ? null : { gridIds, isVolunteer: false });
  },
  disable: ({ world }, { person }) => world.server.setDisabled(phoneAt(world, person).session.userId, true),
  enable: ({ world }, { person }) => world.server.setDisabled(phoneAt(world, person).session.userId, false),
  backUp: ({ world }) => world.server.backUp(),
  restore: ({ world }) => world.restore(),
};

/** The table maps each type to the taker of exactly its own steps; the compiler cannot follow that through a union. */
const take = (stage: Stage, step: Step): void => (takers[step.type] as (stage: Stage, step: Step) => void)(stage, step);

const phoneAt = (world: World, index: number): WorldPhone => {
  const phone = world.phones[index % world.phones.length];
  if (phone === undefined) throw new Error('a world without phones');
  return phone;
};

const isVolunteer = (phone: WorldPhone): boolean => phone.session.userId.startsWith('user_volunteer');

/** A volunteer mostly does what volunteers do; now and then a confused phone tries something else. */
const kindOfVolunteer = (pick: number): ActionKind =>
  (['claim', 'finish', 'release', 'help'] as const)[pick % 4] ?? 'claim';
