import type { Fault } from '@lianxin/testkit';
import { type ActionKind, actionKinds, rareKinds, type Step } from '../steps/step.ts';
import { createDice, type Dice } from './dice.ts';

/** Is what a run is made from besides its steps: printed with a failure, enough to play it again. */
export interface Config {
  readonly seed: number;
  readonly stepCount: number;
  /** Whether it begins with records that people meet at. */
  readonly hasOpening: boolean;
  readonly doors: number;
  readonly pageRows: number;
  readonly workers: number;
  readonly volunteers: number;
  /** How far each person's clock is off, in milliseconds. */
  readonly skews: readonly number[];
  readonly acts: readonly ActionKind[];
  /** Among how many records people choose: few make them meet. */
  readonly spread: number;
  readonly weights: Readonly<Record<Step['type'], number>>;
  readonly faults: Readonly<Record<Fault, number>>;
  /** Whether every message is checked against the wire schemas; slow, so only some runs do. */
  readonly isWireChecked: boolean;
}

const allKinds: readonly ActionKind[] = [...actionKinds, ...rareKinds];

/** Makes the configuration of a seed: a swarm, in which every run leaves out some of what could happen, so that the rest happens more often. */
export const configOf = (seed: number): Config => {
  const dice = createDice(seed * 7 + 3);
  const workers = 1 + dice.int(3);
  const volunteers = dice.int(3);
  return {
    seed,
    stepCount: 20 + dice.int(80),
    hasOpening: dice.chance(0.4),
    doors: 1 + dice.int(2),
    pageRows: 3 + dice.int(dice.chance(0.5) ? 6 : 40),
    workers,
    volunteers,
    skews: Array.from({ length: workers + volunteers }, () => (dice.chance(0.6) ? 0 : skewOf(dice))),
    acts: dice.chance(0.4) ? allKinds : someActs(dice),
    spread: dice.choose([2, 6, 6, 12, 40]),
    weights: weightsOf(dice),
    faults: faultsOf(dice),
    isWireChecked: seed % 20 === 0,
  };
};

/** Throws how far a clock is off: minutes, hours or a year, either way. */
export const skewOf = (dice: Dice): number => dice.choose([-1, 1]) * dice.choose([90_000, 7_200_000, 31_536_000_000]);

/** A few kinds of work, mostly on the same records, meet more often than all kinds. */
const someActs = (dice: Dice): readonly ActionKind[] => {
  const always: ActionKind[] = dice.chance(0.7) ? ['edit', 'edit'] : ['visit'];
  return [...always, ...Array.from({ length: 1 + dice.int(5) }, () => dice.choose(allKinds))];
};

const weightsOf = (dice: Dice): Config['weights'] => {
  const sometimes = (weight: number): number => (dice.chance(0.5) ? weight * (1 + dice.int(3)) : 0);
  return {
    act: 8 + dice.int(8),
    sync: 2 + dice.int(6),
    round: 1 + dice.int(4),
    deliver: 4 + dice.int(10),
    late: sometimes(1.5),
    crash: sometimes(0.7),
    clone: sometimes(0.3),
    fresh: sometimes(0.4),
    copyAside: sometimes(0.5),
    rollBack: sometimes(0.5),
    exportWork: sometimes(0.3),
    handIn: sometimes(0.5),
    corrupt: sometimes(0.3),
    wait: sometimes(1),
    setClock: sometimes(0.5),
    post: sometimes(0.7),
    disable: sometimes(0.2),
    enable: sometimes(0.2),
    backUp: sometimes(0.5),
    restore: sometimes(0.4),
  };
};

const faultsOf = (dice: Dice): Config['faults'] => {
  const sometimes = (): number => (dice.chance(0.5) ? 0.2 + dice.int(3) * 0.3 : 0);
  return {
    none: 5,
    loseRequest: sometimes(),
    loseAnswer: sometimes(),
    duplicate: sometimes(),
    lateAnswer: sometimes(),
    echo: sometimes(),
    damage: 2 * sometimes(),
    crashBeforeCommit: 2 * sometimes(),
  };
};
