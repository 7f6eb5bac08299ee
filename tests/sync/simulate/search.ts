import type { Ablation } from '@lianxin/testkit';
import { planSteps } from '../steps/plan-steps.ts';
import { configOf } from './config.ts';
import { run, type Scenario, type Violation } from './run.ts';

/** Is a run that broke an invariant. */
export interface Finding {
  readonly scenario: Scenario;
  readonly violation: Violation;
}

/** Is what a search went through. */
export interface Searched {
  readonly seeds: number;
  readonly steps: number;
}

/** Plans the run of a seed. */
export const scenarioOf = (seed: number, ablations: readonly Ablation[] = []): Scenario => {
  const config = configOf(seed);
  return { config, steps: planSteps(config), ablations };
};

/** Plays one seed after the other, as long as it may go on; hands over what breaks. */
export const search = (
  seeds: Iterable<number>,
  ablations: readonly Ablation[],
  { onFinding, goesOn }: { readonly onFinding: (finding: Finding) => void; readonly goesOn: () => boolean },
): Searched => {
  let searched: Searched = { seeds: 0, steps: 0 };
  for (const seed of seeds) {
    if (!goesOn()) break;
    const scenario = scenarioOf(seed, ablations);
    const violation = run(scenario);
    searched = { seeds: searched.seeds + 1, steps: searched.steps + scenario.steps.length };
    if (violation !== null) onFinding({ scenario, violation });
  }
  return searched;
};

/** Counts from a seed in strides, so that several processes share the seeds; without an end when there is none. */
export function* seedsFrom(from: number, stride: number, end: number): Generator<number> {
  for (let seed = from; seed < end; seed += stride) yield seed;
}
