import { describe, expect, it } from 'vitest';
import { draftErrors, draftOf, draftToChange, draftToNewUnit } from './unit-draft.ts';
import { unitNode } from './unit-node.fixture.ts';

describe('the form of a unit', () => {
  it('begins with what is known', () => {
    const known = unitNode({
      id: 'b',
      kind: 'building',
      name: '3号楼',
      estate: '石油小区',
      layout: 'matrix',
      floors: 6,
    });
    expect(draftOf(known)).toEqual({
      name: '3号楼',
      code: '',
      estate: '石油小区',
      layout: 'matrix',
      floors: 6,
      supervisionPhone: '',
      duty: '',
    });
  });

  it('asks for a name and a number of floors that a building can have', () => {
    expect(draftErrors({ ...draftOf(null), name: ' ' })).toHaveProperty('name');
    expect(draftErrors({ ...draftOf(null), name: '3号楼', floors: 201 })).toHaveProperty('floors');
    expect(draftErrors({ ...draftOf(null), name: '3号楼', floors: 30 })).toEqual({});
  });

  it('sends only the fields of its level, trimmed, and empties as null', () => {
    const draft = { ...draftOf(null), name: ' 第一网格 ', code: ' ', estate: '石油小区', floors: 6 };
    expect(draftToNewUnit('grid', 'oil', draft)).toEqual({
      kind: 'grid',
      parentId: 'oil',
      name: '第一网格',
      code: null,
      supervisionPhone: null,
      duty: null,
    });
    expect(draftToChange('building', draft)).toEqual({ name: '第一网格', estate: '石油小区', layout: null, floors: 6 });
  });
});
