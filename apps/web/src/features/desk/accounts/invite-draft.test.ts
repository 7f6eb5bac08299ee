import { describe, expect, it } from 'vitest';
import { unitNode } from '../units/unit-node.fixture.ts';
import { draftToInvite, type InviteDraft, inviteErrors, roleOptions, unitOptions } from './invite-draft.ts';

const empty: InviteDraft = { name: '', role: null, unitId: null, canViewUnmasked: false };
const full: InviteDraft = { name: ' 李秋实 ', role: 'gridWorker', unitId: 'grid', canViewUnmasked: true };
const units = [
  unitNode({ id: 'oil', kind: 'community', name: '石油路社区' }),
  unitNode({ id: 'grid', kind: 'grid', name: '第一网格', parentId: 'oil' }),
  unitNode({ id: 'gone', kind: 'grid', name: '旧网格', parentId: 'oil', toOn: '2025-01-01' }),
];
const choice = { units, today: '2026-11-20', wholeSystemId: null };

describe('an invitation', () => {
  it('asks for a name, a role and a place', () => {
    expect(Object.keys(inviteErrors(empty))).toEqual(['name', 'role']);
    expect(Object.keys(inviteErrors({ ...empty, role: 'volunteer' }))).toEqual(['name', 'unitId']);
    expect(inviteErrors(full)).toEqual({});
    expect(draftToInvite(empty)).toBeNull();
  });

  it('offers the places of the role, named so that they can be told apart', () => {
    expect(unitOptions(choice, 'gridWorker').map(({ label }) => label)).toEqual(['石油路社区', '石油路社区 第一网格']);
    expect(unitOptions(choice, null)).toEqual([]);
  });

  it('hands on the whole system only by whoever runs it', () => {
    expect(roleOptions(choice)).not.toContain('operator');
    const byOperator = { ...choice, wholeSystemId: 'deployment' };
    expect(roleOptions(byOperator)).toContain('operator');
    expect(unitOptions(byOperator, 'operator').map(({ value }) => value)).toEqual(['deployment']);
    expect(unitOptions(choice, 'operator')).toEqual([]);
  });

  it('gives the right to see every number to administrators alone', () => {
    expect(draftToInvite(full)).toEqual({ name: '李秋实', postings: [{ unitId: 'grid', role: 'gridWorker' }] });
    expect(draftToInvite({ ...full, role: 'communityAdmin', unitId: 'oil' })).toMatchObject({ canViewUnmasked: true });
  });
});
