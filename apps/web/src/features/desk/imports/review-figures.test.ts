import { describe, expect, it } from 'vitest';
import { importPreview } from './import.fixture.ts';
import { nothingDecided } from './import-decisions.ts';
import { changeFigures, changesNothing, reviewFigures } from './review-figures.ts';

const answer = importPreview({
  counts: { households: 453, personRows: 1325, vacantDoors: 27, lookRows: 90 },
  changes: { newHouseholds: 453, unchangedPeople: 0 },
  buildings: [{ key: '1号楼', label: '1号楼', dwellings: 60, isNew: true, gridId: null }],
  grids: [
    { id: 'grid-a', name: '第一网格' },
    { id: 'grid-b', name: '第二网格' },
  ],
});

describe('the figures of an import', () => {
  it('say what the file holds, and mark what is still to be done', () => {
    const figures = reviewFigures(answer, nothingDecided, '?show=buildings');
    expect(figures.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '453 户,新 453',
      '1,325 人',
      '27 空门',
      '90 行要看一眼',
      '1 栋楼,分到 1 个网格',
    ]);
    expect(figures.filter(({ tone }) => tone === 'soon').map(({ key }) => key)).toEqual(['toLookAt']);
    const undecided = reviewFigures(answer, { ...nothingDecided, defaultGridId: null }, '');
    expect(undecided.at(-1)).toMatchObject({ label: '栋楼', tone: 'soon' });
  });

  it('know an import that changes nothing', () => {
    expect(changesNothing(answer)).toBe(false);
    expect(changesNothing(importPreview({ changes: { unchangedPeople: 1325, newPeople: 0 } }))).toBe(true);
  });

  it('list what was written', () => {
    expect(changeFigures(answer)).toEqual([{ key: 'newHouseholds', value: '453', label: '新的户' }]);
  });
});
