import { ablations } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { recordedScenarios } from './recorded-scenarios.ts';
import { run } from './run.ts';
import { type Finding, search, seedsFrom } from './search.ts';

/** Chance needs 28 seeds for the rarest of them; more means that the checker has become weaker. */
const mostSeeds = 100;

const recorded = new Set(recordedScenarios.flatMap((scenario) => scenario.without));

describe('a mechanism that is switched off', () => {
  it.each(ablations.filter((name) => !recorded.has(name)))('is missed by chance: %s', (name) => {
    const findings: Finding[] = [];
    const { seeds } = search(seedsFrom(1, 1, mostSeeds + 1), [name], {
      goesOn: () => findings.length === 0,
      onFinding: (finding) => findings.push(finding),
    });
    const found = findings.map(({ violation }) => violation.invariant);
    process.stdout.write(`without ${name}: ${found.join()} breaks at seed ${seeds}\n`);
    expect(found).toHaveLength(1);
    expect(found).not.toContain('nothing throws');
  });

  it.each(recordedScenarios)('is missed in a recorded run: $without', ({ without, invariant, config, steps }) => {
    expect(run({ config, steps, ablations: without })?.invariant).toBe(invariant);
    expect(run({ config, steps })).toBeNull();
  });

  it.each(recordedScenarios.filter(({ without }) => without.length > 1))(
    'is made up for by the other as long as that one works: $without',
    ({ without, config, steps }) => {
      for (const one of without) expect(run({ config, steps, ablations: [one] }), one).toBeNull();
    },
  );
});
