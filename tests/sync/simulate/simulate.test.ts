import { describe, expect, it } from 'vitest';
import { describeFinding } from './describe-finding.ts';
import { run } from './run.ts';
import { type Finding, scenarioOf, search, seedsFrom } from './search.ts';
import { shrink } from './shrink.ts';

describe('the simulator', () => {
  it('breaks no invariant in a hundred runs', () => {
    const findings: Finding[] = [];
    search(seedsFrom(1, 1, 101), [], { goesOn: () => true, onFinding: (finding) => findings.push(finding) });
    expect(findings.map(describeFinding)).toEqual([]);
  });

  it('plays the same run twice for the same seed', () => {
    const scenario = scenarioOf(2, ['arrivalLwwSilent']);
    expect(run(scenario)).toEqual(run(scenario));
    expect(run(scenario)).not.toBeNull();
  });

  it('cuts a broken run down to steps that still break it, none of which can be left out', () => {
    const scenario = scenarioOf(2, ['arrivalLwwSilent']);
    const violation = run(scenario);
    if (violation === null) throw new Error('the seed breaks nothing');
    const shrunk = shrink(scenario, violation);
    expect(shrunk.violation.invariant).toBe(violation.invariant);
    expect(shrunk.scenario.steps.length).toBeLessThan(scenario.steps.length / 2);
    const { steps } = shrunk.scenario;
    for (const left of steps) {
      const without = run({ ...shrunk.scenario, steps: steps.filter((step) => step !== left) });
      expect(without?.invariant).not.toBe(violation.invariant);
    }
    expect(describeFinding({ scenario, violation })).toContain(
      'npm run simulate -- --seed 2 --without arrivalLwwSilent',
    );
  });
});
