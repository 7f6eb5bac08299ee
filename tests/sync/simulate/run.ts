import type { Ablation, WorldWatch } from '@lianxin/testkit';
import { type Play, startPlay } from '../steps/play.ts';
import type { Step } from '../steps/step.ts';
import type { Config } from './config.ts';
import type { Complaint, Watcher } from './invariant.ts';
import { invariants } from './invariants.ts';

/** Is everything that makes a run: played again, it does the same. */
export interface Scenario {
  readonly config: Config;
  readonly steps: readonly Step[];
  readonly ablations?: readonly Ablation[];
}

/** Is an invariant that did not hold, and when. */
export interface Violation {
  readonly invariant: string;
  readonly complaint: string;
  /** How many steps had been taken; `end` when everybody had heard everything. */
  readonly after: number | 'end';
}

class Broken extends Error {
  readonly invariant: string;
  constructor(invariant: string, complaint: string) {
    super(complaint);
    this.invariant = invariant;
  }
}

/** Plays a scenario to its end or to the first invariant that does not hold. */
export const run = ({ config, steps, ablations = [] }: Scenario): Violation | null => {
  let taken: number | 'end' = 0;
  try {
    const { play, askAtEnd } = prepare(config, ablations);
    for (const step of steps) {
      taken += 1;
      play.take(step);
    }
    taken = 'end';
    askAtEnd(play.world.heal());
    return null;
  } catch (cause) {
    if (cause instanceof Broken) return { invariant: cause.invariant, complaint: cause.message, after: taken };
    return {
      invariant: 'nothing throws',
      complaint: String(cause instanceof Error ? cause.stack : cause),
      after: taken,
    };
  }
};

const prepare = (
  config: Config,
  ablations: readonly Ablation[],
): { play: Play; askAtEnd: (isAtRest: boolean) => void } => {
  const watchers: { readonly name: string; readonly watcher: Watcher }[] = [];
  const ask = (question: (watcher: Watcher) => Complaint | undefined): void => {
    for (const { name, watcher } of watchers) {
      const complaint = question(watcher) ?? null;
      if (complaint !== null) throw new Broken(name, complaint);
    }
  };
  const watch: WorldWatch = {
    onExchange: (exchange) => ask((watcher) => watcher.onExchange?.(exchange)),
    onCommit: (commit) => ask((watcher) => watcher.onCommit?.(commit)),
    onRestore: () => ask((watcher) => watcher.onRestore?.()),
    onRollBack: (phone, before) => {
      for (const { watcher } of watchers) watcher.onRollBack?.(phone, before);
    },
  };
  const play = startPlay(config, watch, ablations);
  watchers.push(...invariants.map(({ name, watch: start }) => ({ name, watcher: start(play) })));
  return { play, askAtEnd: (isAtRest) => ask((watcher) => watcher.atEnd?.(isAtRest)) };
};
