import { describe, expect, it } from 'vitest';
import { importAnswer } from './import.fixture.ts';
import {
  buildingsWithoutGrid,
  confirmationOf,
  gridCount,
  nothingDecided,
  unansweredCount,
} from './import-decisions.ts';

const building = (key: string, gridId: string | null = null) => ({
  key,
  label: key,
  dwellings: 1,
  isNew: true,
  gridId,
});
const question = (id: string) => ({
  id,
  kind: 'sameName' as const,
  sheet: '台账',
  row: 5,
  door: '101',
  name: '史*',
  answer: null,
});
const two = importAnswer({
  revision: 3,
  buildings: [building('1号楼'), building('2号楼'), building('3号楼', 'grid-b')],
  grids: [
    { id: 'grid-a', name: '第一网格' },
    { id: 'grid-b', name: '第二网格' },
  ],
  questions: [question('q1'), { ...question('q2'), answer: 'same' }],
});

describe('the decisions of an import', () => {
  it('ask for a grid for every building that lies in none', () => {
    expect(buildingsWithoutGrid(two, nothingDecided).map(({ key }) => key)).toEqual(['1号楼', '2号楼']);
    const chosen = { ...nothingDecided, gridByBuilding: { '1号楼': 'grid-a' } };
    expect(buildingsWithoutGrid(two, chosen).map(({ key }) => key)).toEqual(['2号楼']);
    expect(buildingsWithoutGrid(two, { ...chosen, defaultGridId: 'grid-b' })).toEqual([]);
    expect(gridCount(two, { ...chosen, defaultGridId: 'grid-b' })).toBe(2);
  });

  it('take the only grid there is', () => {
    const one = { ...two, grids: two.grids.slice(0, 1) };
    expect(buildingsWithoutGrid(one, nothingDecided)).toEqual([]);
    expect(confirmationOf(one, nothingDecided).defaultGridId).toBe('grid-a');
    expect(confirmationOf(one, { ...nothingDecided, defaultGridId: null }).defaultGridId).toBeNull();
  });

  it('leave unanswered questions open', () => {
    expect(unansweredCount(two, nothingDecided)).toBe(1);
    expect(unansweredCount(two, { ...nothingDecided, answers: { q1: 'different' } })).toBe(0);
  });

  it('confirm the preview that was read', () => {
    expect(confirmationOf(two, { ...nothingDecided, answers: { q1: 'same' } })).toEqual({
      revision: 3,
      defaultGridId: null,
      gridByBuilding: {},
      answers: { q1: 'same' },
    });
  });
});
