import type { ImportSheet } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import {
  columnLetter,
  hasNames,
  isSameMapping,
  mappingOf,
  repeatedTargets,
  shapesOf,
  withTarget,
} from './mapping-draft.ts';

const sheet = (name: string, signature: string, targets: readonly string[]): ImportSheet => ({
  sheet: name,
  signature,
  headerFirst: 3,
  headerLast: 4,
  rows: 10,
  top: [],
  columns: targets.map((target) => ({ heading: target, group: '', target, confidence: 1, samples: [] })),
});
const sheets = [
  sheet('1号楼', 'a', ['door', 'name']),
  sheet('2号楼', 'a', ['door', 'name']),
  sheet('村', 'b', ['name']),
];

describe('the mapping of columns', () => {
  it('is asked once for sheets of one shape', () => {
    expect(shapesOf(sheets).map(({ names }) => names)).toEqual([['1号楼', '2号楼'], ['村']]);
    expect(mappingOf({ sheets })).toEqual([
      { signature: 'a', targets: ['door', 'name'] },
      { signature: 'b', targets: ['name'] },
    ]);
  });

  it('is changed column by column', () => {
    const mapping = mappingOf({ sheets });
    const changed = withTarget(mapping, { signature: 'a', index: 0 }, 'address');
    expect(changed[0]?.targets).toEqual(['address', 'name']);
    expect(isSameMapping(mapping, changed)).toBe(false);
    expect(isSameMapping(mapping, withTarget(changed, { signature: 'a', index: 0 }, 'door'))).toBe(true);
  });

  it('complains about two columns for one thing, but not where several may feed it', () => {
    expect(repeatedTargets(['name', 'phone', 'phone', 'phone', 'tags', 'tags', 'skipped', 'skipped'])).toEqual([
      'phone',
    ]);
  });

  it('needs a column of names', () => {
    expect(hasNames(['door', 'headName'])).toBe(true);
    expect(hasNames(['door', 'phone'])).toBe(false);
  });

  it('names columns as the spreadsheet program does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
