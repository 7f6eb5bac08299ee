import { expect, it } from 'vitest';
import { describeFinding } from './describe-finding.ts';
import { type Finding, search, seedsFrom } from './search.ts';

it('breaks no invariant in two thousand runs', { timeout: 1_200_000 }, () => {
  const findings: Finding[] = [];
  const searched = search(seedsFrom(1, 1, 2_001), [], {
    goesOn: () => findings.length === 0,
    onFinding: (finding) => findings.push(finding),
  });
  process.stdout.write(`simulator: ${searched.seeds} seeds, ${searched.steps} steps\n`);
  expect(findings.map(describeFinding)).toEqual([]);
});
