import type { Step } from '../steps/step.ts';
import { run, type Scenario, type Violation } from './run.ts';

/** Is a scenario that still fails, cut down to the steps that it needs. */
export interface Shrunk {
  readonly scenario: Scenario;
  readonly violation: Violation;
}

/** Leaves out steps, in ever smaller pieces and at last one by one, as long as the same invariant is broken. */
export const shrink = (scenario: Scenario, violation: Violation): Shrunk => {
  let best: Shrunk = { scenario, violation };
  const fails = (steps: readonly Step[]): boolean => {
    const candidate = { ...scenario, steps };
    const found = run(candidate);
    if (found?.invariant !== violation.invariant) return false;
    best = { scenario: candidate, violation: found };
    return true;
  };
  if (violation.after !== 'end') fails(scenario.steps.slice(0, violation.after));
  for (let size = Math.ceil(best.scenario.steps.length / 2); size >= 1; size = nextSize(size)) {
    let isShorter = true;
    while (isShorter) isShorter = dropPieces(best.scenario.steps, size, fails) && size === 1;
  }
  return best;
};

const nextSize = (size: number): number => (size === 1 ? 0 : Math.ceil(size / 2));

/** Tries to leave out each piece of a size once, the last first; says whether one could go. */
const dropPieces = (steps: readonly Step[], size: number, fails: (steps: readonly Step[]) => boolean): boolean => {
  let left = steps;
  for (let end = steps.length; end > 0; end -= size) {
    const without = [...left.slice(0, Math.max(0, end - size)), ...left.slice(end)];
    if (without.length < left.length && fails(without)) left = without;
  }
  return left.length < steps.length;
};
