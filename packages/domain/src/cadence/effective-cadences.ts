import type { Cadence } from './cadence.ts';
import { cadencePresets, presetRule } from './cadence-presets.ts';
import { type CadenceRule, ruleOf } from './cadence-rule.ts';

/** Lists every cadence of a community, also those switched off: its own rows, and the presets that no row replaces. */
export const listedCadences = (rows: readonly Cadence[]): readonly CadenceRule[] => {
  const own = rows.flatMap((row) => ruleOf(row) ?? []);
  const replaced = new Set(rows.map(({ presetKey }) => presetKey));
  const presets = cadencePresets.filter(({ presetKey }) => !replaced.has(presetKey)).map(presetRule);
  return [...own, ...presets].sort((a, b) => a.sortOrder - b.sortOrder || (a.name < b.name ? -1 : 1));
};

/** Lists the cadences in force. */
export const effectiveCadences = (rows: readonly Cadence[]): readonly CadenceRule[] =>
  listedCadences(rows).filter(({ isActive }) => isActive);
