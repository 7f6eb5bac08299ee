import { describe, expect, it } from 'vitest';
import { headerCorrection, pointableSheets, withFirst, withLast } from './header-draft.ts';
import { importPreview } from './import.fixture.ts';

const sheet = (name: string, signature: string) => ({
  sheet: name,
  signature,
  headerFirst: 3,
  headerLast: 4,
  rows: 10,
  columns: [{ heading: '姓名', group: '', target: 'name', confidence: 1, samples: [] }],
  top: [['标题'], ['姓名']],
});
const preview = importPreview({
  sheets: [sheet('1号楼', 'a'), sheet('2号楼', 'a'), sheet('村', 'b')],
  otherSheets: [{ sheet: '杂', top: [['甲']] }],
});

describe('pointing at headings', () => {
  it('offers the sheets without headings first', () => {
    expect(pointableSheets(preview).map(({ sheet, first, last }) => [sheet, first, last])).toEqual([
      ['杂', 0, 0],
      ['1号楼', 3, 4],
      ['2号楼', 3, 4],
      ['村', 3, 4],
    ]);
  });

  it('holds for every sheet of the same shape and leaves the columns alone', () => {
    const [, first] = pointableSheets(preview);
    if (first === undefined) throw new Error('there is no such sheet');
    expect(headerCorrection(preview, first, { first: 2, last: 2 })).toEqual({
      mapping: [
        { signature: 'a', targets: ['name'] },
        { signature: 'b', targets: ['name'] },
      ],
      headers: ['1号楼', '2号楼'].map((name) => ({ sheet: name, headerFirst: 2, headerLast: 2 })),
    });
  });

  it('keeps the first row before the last', () => {
    expect(withFirst({ first: 1, last: 2 }, 4)).toEqual({ first: 4, last: 4 });
    expect(withLast({ first: 3, last: 4 }, 2)).toEqual({ first: 2, last: 2 });
  });
});
