import { describe, expect, it } from 'vitest';
import { unitNode } from './unit-node.fixture.ts';
import { addableKinds, nestUnits, placeName, type TreeView } from './unit-tree.ts';

const street = unitNode({ id: 'street', kind: 'street', name: '南关街道', parentId: 'unseen', canManage: false });
const oil = unitNode({ id: 'oil', kind: 'community', name: '石油路社区', parentId: 'street' });
const grid = unitNode({ id: 'grid', kind: 'grid', name: '第一网格', parentId: 'oil' });
const building = (id: string, name: string, more: { readonly toOn?: string; readonly estate?: string } = {}) =>
  unitNode({ id, kind: 'building', name, parentId: 'grid', ...more });
const units = [
  street,
  oil,
  grid,
  building('ten', '10号楼'),
  building('two', '2号楼', { estate: '石油小区' }),
  building('group', '十三组', { estate: '十三组' }),
  building('gone', '9号楼', { toOn: '2025-12-31' }),
];
const view: TreeView = {
  today: '2026-11-20',
  showsClosed: false,
  selectedId: 'two',
  hrefOf: (id) => `/desk/units/${id}`,
  closedNote: (on) => `到 ${on}`,
};

describe('the tree of units', () => {
  it('puts children under their parents and what has no visible parent at the top', () => {
    const [root] = nestUnits(units, view);
    expect(root).toMatchObject({
      title: '南关街道',
      children: [{ title: '石油路社区', children: [{ title: '第一网格' }] }],
    });
  });

  it('counts buildings as people do and names their estate', () => {
    const buildings = nestUnits(units, view)[0]?.children[0]?.children[0]?.children ?? [];
    expect(buildings.map(({ title, note }) => [title, note])).toEqual([
      ['2号楼', '石油小区'],
      ['10号楼', undefined],
      ['十三组', undefined],
    ]);
    expect(buildings.map(({ current }) => current)).toEqual([true, false, false]);
  });

  it('shows closed units only when they are asked for or stand open', () => {
    const titles = (changes: Partial<TreeView>) =>
      nestUnits(units, { ...view, ...changes })[0]?.children[0]?.children[0]?.children.map(({ title }) => title);
    expect(titles({ showsClosed: true })).toContain('9号楼');
    expect(titles({ selectedId: 'gone' })).toContain('9号楼');
    expect(titles({})).not.toContain('9号楼');
  });

  it('offers below a unit only what may stand there, and only to whoever looks after it', () => {
    expect(addableKinds(street)).toEqual([]);
    expect(addableKinds({ ...street, canManage: true })).toEqual(['community', 'village']);
    expect(addableKinds(grid)).toEqual(['building']);
  });

  it('names a place from its community down', () => {
    expect(placeName(units, 'two')).toBe('石油路社区 第一网格 2号楼');
    expect(placeName(units, 'street')).toBe('南关街道');
    expect(placeName(units, 'nowhere')).toBe('');
  });
});
