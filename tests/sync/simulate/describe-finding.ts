import type { Step } from '../steps/step.ts';
import type { Finding } from './search.ts';
import { shrink } from './shrink.ts';

/** Writes a broken run for a person: the seed that plays it again, its configuration, and the few steps that it needs. */
export const describeFinding = (finding: Finding): string => {
  const { config } = finding.scenario;
  const { scenario, violation } = shrink(finding.scenario, finding.violation);
  const when = violation.after === 'end' ? 'when everybody had heard everything' : `after step ${violation.after}`;
  return [
    `seed ${config.seed} breaks ${violation.invariant}: ${violation.complaint}`,
    `  ${when}; ${finding.scenario.steps.length} steps, of which these ${scenario.steps.length} are enough:`,
    ...scenario.steps.map((step) => `    ${describeStep(step)}`),
    `  configuration: ${JSON.stringify(config)}`,
    `  play it again: npm run simulate -- --seed ${config.seed}${ablated(scenario.ablations ?? [])}`,
  ].join('\n');
};

const describeStep = ({ type, ...rest }: Step): string =>
  [type, ...Object.entries(rest).map(([name, value]) => `${name} ${value}`)].join(', ');

const ablated = (ablations: readonly string[]): string => ablations.map((name) => ` --without ${name}`).join('');
