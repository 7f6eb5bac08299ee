import { describe, expect, it } from 'vitest';
import { tagKind } from '../codes/tag-kind.ts';
import type { Cadence } from './cadence.ts';
import { cadencePresets } from './cadence-presets.ts';
import { effectiveCadences, listedCadences } from './effective-cadences.ts';

const row = (fields: Partial<Cadence>): Cadence => ({
  id: 'c1',
  presetKey: null,
  name: '我们自己的',
  tagKinds: [],
  alsoTagKinds: [],
  minAge: null,
  everyDays: 14,
  afterChangeDays: null,
  isActive: true,
  sortOrder: 5,
  ...fields,
});

describe('the cadences of a community', () => {
  it('are the presets until somebody changes them', () => {
    expect(effectiveCadences([]).map(({ presetKey, everyDays }) => [presetKey, everyDays])).toEqual([
      ['aloneAndOld', 7],
      ['aloneAndFrail', 7],
      ['careGroups', 30],
      ['aidGroups', 30],
      ['everybody', 90],
    ]);
  });

  it('are a row in place of the preset that it names', () => {
    const changed = effectiveCadences([row({ presetKey: 'everybody', everyDays: 60, sortOrder: 50 })]);
    expect(changed.filter(({ presetKey }) => presetKey === 'everybody').map(({ everyDays }) => everyDays)).toEqual([
      60,
    ]);
  });

  it('are without a preset that was switched off, which is still listed', () => {
    const rows = [row({ presetKey: 'aidGroups', isActive: false })];
    expect(effectiveCadences(rows).some(({ presetKey }) => presetKey === 'aidGroups')).toBe(false);
    expect(listedCadences(rows).some(({ presetKey }) => presetKey === 'aidGroups')).toBe(true);
  });

  it('are with those of their own, in their order', () => {
    expect(effectiveCadences([row({})])[0]?.name).toBe('我们自己的');
  });

  it('name only groups that exist, each preset under a key of its own', () => {
    const known: readonly string[] = tagKind.entries.map(({ code }) => code);
    const named = cadencePresets.flatMap(({ rule }) => [...rule.tagKinds, ...rule.alsoTagKinds]);
    expect(named.filter((kind) => !known.includes(kind))).toEqual([]);
    expect(new Set(cadencePresets.map(({ presetKey }) => presetKey)).size).toBe(cadencePresets.length);
  });
});
