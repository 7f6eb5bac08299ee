import { type Config, skewOf } from '../simulate/config.ts';
import { createDice, type Dice } from '../simulate/dice.ts';
import type { ActionKind, Step } from './step.ts';

const work = (phone: number, kind: ActionKind, pick = 1): Step => ({ type: 'act', phone, kind, pick });
const everybody: readonly Step[] = [0, 1, 2, 3, 4].map((phone) => ({ type: 'sync', phone }));

/** Gives people something to meet at: needs, wishes on the wall, a tag, somebody who belongs to two grids, two versions of a value. */
const opening: readonly Step[] = [
  ...everybody,
  work(0, 'raise'),
  work(0, 'raise'),
  work(0, 'publish', 0),
  work(0, 'publish', 1),
  work(0, 'addTag'),
  work(0, 'joinHousehold'),
  work(0, 'edit'),
  work(1, 'edit'),
  ...everybody,
  ...everybody,
];

/** Plans what happens in a run; nothing of it depends on how the world answers, so that any part of it can be played. */
export const planSteps = (config: Config): readonly Step[] => {
  const dice = createDice(config.seed * 7 + 4);
  const steps = Array.from({ length: config.stepCount }, () => planStep(config, dice));
  return config.hasOpening ? [...opening, ...steps] : steps;
};

const planStep = (config: Config, dice: Dice): Step => {
  const type = dice.weighted(config.weights);
  const phone = dice.int(6);
  const person = dice.int(4);
  const index = dice.int(6);
  const pick = dice.int(config.spread);
  switch (type) {
    case 'act':
      return { type, phone, kind: dice.choose(config.acts), pick };
    case 'deliver':
      return { type, index, fault: dice.weighted(config.faults) };
    case 'late':
    case 'handIn':
      return { type, index };
    case 'crash':
      return { type, phone, when: dice.choose(['now', 'before', 'after']) };
    case 'corrupt':
      return { type, phone, pick };
    case 'wait':
      return { type, ms: dice.choose([1_000, 60_000, 600_000, 86_400_000, 40 * 86_400_000]) };
    case 'setClock':
      return { type, phone, ms: dice.chance(0.3) ? 0 : skewOf(dice) };
    case 'post':
      return { type, person, grids: dice.int(4) };
    case 'disable':
    case 'enable':
      return { type, person };
    case 'backUp':
    case 'restore':
      return { type };
    default:
      return { type, phone };
  }
};
