import type { Ablation } from '@lianxin/testkit';
import { actionKinds, type Step } from '../steps/step.ts';
import type { Config } from './config.ts';

/** Is a run that is written down because chance finds it rarely: what is off in it, and which invariant then breaks. */
export interface RecordedScenario {
  readonly without: readonly Ablation[];
  readonly invariant: string;
  readonly config: Config;
  readonly steps: readonly Step[];
}

/** Says everything about a run, so that it stays the same however seeds are turned into configurations. */
const plain: Config = {
  seed: 1,
  stepCount: 0,
  hasOpening: false,
  doors: 1,
  pageRows: 20,
  workers: 1,
  volunteers: 0,
  skews: [0, 0, 0],
  acts: actionKinds,
  spread: 1,
  weights: {
    act: 1,
    round: 0,
    sync: 0,
    deliver: 0,
    late: 0,
    crash: 0,
    clone: 0,
    fresh: 0,
    copyAside: 0,
    rollBack: 0,
    exportWork: 0,
    handIn: 0,
    corrupt: 0,
    wait: 0,
    setClock: 0,
    post: 0,
    disable: 0,
    enable: 0,
    backUp: 0,
    restore: 0,
  },
  faults: {
    none: 1,
    loseRequest: 0,
    loseAnswer: 0,
    duplicate: 0,
    lateAnswer: 0,
    echo: 0,
    damage: 0,
    crashBeforeCommit: 0,
  },
  isWireChecked: true,
};

const sync = (phone: number): Step => ({ type: 'sync', phone });
const round = (phone: number): Step => ({ type: 'round', phone });
const edit = (phone: number): Step => ({ type: 'act', phone, kind: 'edit', pick: 0 });
const advance = (phone: number): Step => ({ type: 'act', phone, kind: 'advance', pick: 0 });
const visit = (phone: number): Step => ({ type: 'act', phone, kind: 'visit', pick: 1 });
const deliver = (fault: Extract<Step, { type: 'deliver' }>['fault']): Step => ({ type: 'deliver', index: 0, fault });
const late: Step = { type: 'late', index: 0 };
const backUp: Step = { type: 'backUp' };
const restore: Step = { type: 'restore' };

/** Lists them. Those without two mechanisms show which second defence holds when the first is gone. */
export const recordedScenarios: readonly RecordedScenario[] = [
  {
    // A rev of the lost history is given out again: what was seen then makes a value look seen that nobody saw.
    without: ['noSeqJump'],
    invariant: 'I7 no lost value',
    config: { ...plain, workers: 2 },
    steps: [sync(1), backUp, sync(0), edit(0), edit(1), sync(1), edit(1), restore],
  },
  {
    // The same, after a second restore from the backup that the first one was made from.
    without: ['noHighWater'],
    invariant: 'I7 no lost value',
    config: { ...plain, seed: 5, workers: 2, pageRows: 5 },
    steps: [
      sync(0),
      sync(1),
      backUp,
      edit(1),
      edit(0),
      restore,
      edit(1),
      edit(1),
      sync(1),
      edit(0),
      edit(0),
      edit(1),
      restore,
    ],
  },
  {
    // A page that comes late is taken for news; the rows no longer add up to it, and the bucket is fetched anew for nothing.
    without: ['noFromCheck'],
    invariant: 'I11 digest honesty',
    config: plain,
    steps: [sync(0), round(0), deliver('lateAnswer'), edit(0), sync(0), late],
  },
  {
    // An answer to an older request makes a phone count itself complete while it holds rows of a grid that was left since.
    without: ['noAllCheck'],
    invariant: 'I8 scope',
    config: { ...plain, pageRows: 3 },
    steps: [round(0), deliver('echo'), { type: 'post', person: 0, grids: 0 }, deliver('none'), late],
  },
  {
    // A pull moves the row under a pending value; what came with it counts as seen and is overwritten.
    without: ['rowRevAsSeen'],
    invariant: 'I7 no lost value',
    config: { ...plain, workers: 2 },
    steps: [
      sync(0),
      sync(1),
      round(1),
      edit(0),
      sync(0),
      { type: 'setClock', phone: 1, ms: -7_200_000 },
      edit(1),
      deliver('none'),
      edit(1),
    ],
  },
  {
    // A need is answered, taken up and done again by one who has not heard of another's answer.
    without: ['answerUnread'],
    invariant: 'I7 no lost value',
    config: { ...plain, workers: 2 },
    steps: [
      sync(1),
      { type: 'act', phone: 1, kind: 'visit', pick: 0 },
      { type: 'act', phone: 1, kind: 'help', pick: 1 },
      sync(1),
      sync(0),
      advance(0),
      advance(0),
      advance(0),
      advance(1),
      sync(1),
      advance(0),
    ],
  },
  {
    // A clone writes under its original's replica id, so that the same id no longer means the same screen.
    without: ['ridAsSeen', 'forkGoesOn'],
    invariant: 'I7 no lost value',
    config: { ...plain, seed: 2 },
    steps: [sync(0), { type: 'clone', phone: 0 }, edit(1), edit(0)],
  },
  {
    // An answer to the former replica id settles a number of the new one, whose line then begins with a hole.
    without: ['acceptOldRidAcks', 'noGapRenumber'],
    invariant: 'I9 liveness',
    config: plain,
    steps: [
      sync(0),
      visit(0),
      round(0),
      deliver('lateAnswer'),
      { type: 'clone', phone: 0 },
      visit(1),
      sync(1),
      visit(0),
      round(0),
      deliver('none'),
      deliver('loseRequest'),
      late,
      sync(0),
    ],
  },
];
