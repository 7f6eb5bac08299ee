import { describe, expect, it } from 'vitest';
import { importPreview } from './import.fixture.ts';
import {
  buildingsWithoutGrid,
  confirmationOf,
  gridCount,
  gridOf,
  type ImportDecisions,
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
const two = importPreview({
  buildings: [building('1号楼'), building('2号楼'), building('3号楼', 'grid-b')],
  grids: [
    { id: 'grid-a', name: '第一网格' },
    { id: 'grid-b', name: '第二网格' },
  ],
  questions: [question('q1'), { ...question('q2'), answer: 'same' }],
});

describe('the decisions of an import', () => {
  it('put every new building into a grid: the chosen one, the one its rows name, or the default', () => {
    const places = (decisions: ImportDecisions) => two.buildings.map((building) => gridOf(two, decisions, building));
    expect(places(nothingDecided)).toEqual(['grid-a', 'grid-a', 'grid-b']);
    const chosen = { ...nothingDecided, gridByBuilding: { '1号楼': 'grid-a' }, defaultGridId: 'grid-b' };
    expect(places(chosen)).toEqual(['grid-a', 'grid-b', 'grid-b']);
    expect(gridCount(two, chosen)).toBe(2);
  });

  it('leave a building that is known where it lies', () => {
    const known = { ...building('4号楼', 'grid-b'), isNew: false };
    expect(gridOf(two, { ...nothingDecided, gridByBuilding: { '4号楼': 'grid-a' } }, known)).toBe('grid-b');
  });

  it('ask for a grid while the default is taken away or there is none', () => {
    const missing = buildingsWithoutGrid(two, { ...nothingDecided, defaultGridId: null });
    expect(missing.map(({ key }) => key)).toEqual(['1号楼', '2号楼']);
    expect(buildingsWithoutGrid({ ...two, grids: [] }, nothingDecided)).toHaveLength(2);
  });

  it('leave unanswered questions open', () => {
    expect(unansweredCount(two, nothingDecided)).toBe(1);
    expect(unansweredCount(two, { ...nothingDecided, answers: { q1: 'different' } })).toBe(0);
  });

  it('confirm the preview that was read, every new building where it was shown to go', () => {
    expect(confirmationOf({ revision: 3, preview: two }, { ...nothingDecided, answers: { q1: 'same' } })).toEqual({
      revision: 3,
      defaultGridId: 'grid-a',
      gridByBuilding: { '1号楼': 'grid-a', '2号楼': 'grid-a', '3号楼': 'grid-b' },
      answers: { q1: 'same' },
    });
  });
});
