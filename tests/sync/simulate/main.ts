import { type Ablation, ablations } from '@lianxin/testkit';
import { describeFinding } from './describe-finding.ts';
import { search, seedsFrom } from './search.ts';

/** Is what tools/simulate.mjs asks of each of its processes. */
interface Order {
  readonly from: number;
  readonly stride: number;
  /** The seed to stop before; null when only time ends the search. */
  readonly end: number | null;
  readonly seconds: number | null;
  readonly without: readonly string[];
}

/** The most runs that are told in full; more only fill the screen. */
const maxTold = 3;

const isAblation = (name: string): name is Ablation => ablations.some((known) => known === name);

const carryOut = ({ from, stride, end, seconds, without }: Order): void => {
  const unknown = without.filter((name) => !isAblation(name));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(' ')}; known: ${ablations.join(' ')}`);
  const until = seconds === null ? Number.POSITIVE_INFINITY : performance.now() + seconds * 1_000;
  let violations = 0;
  const searched = search(seedsFrom(from, stride, end ?? Number.POSITIVE_INFINITY), without.filter(isAblation), {
    goesOn: () => performance.now() < until,
    onFinding: (finding) => {
      violations += 1;
      const told =
        violations <= maxTold
          ? describeFinding(finding)
          : `seed ${finding.scenario.config.seed} breaks ${finding.violation.invariant}`;
      process.send?.({ type: 'finding', told });
    },
  });
  process.send?.({ type: 'done', ...searched, violations });
};

process.once('message', carryOut);
