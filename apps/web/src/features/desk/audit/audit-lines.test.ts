import type { AuditEntry } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { actionWord, entriesOf, factsText, kindOf } from './audit-lines.ts';

const entry = (action: string): AuditEntry => ({
  seq: 1,
  at: 0,
  actorId: null,
  actorName: null,
  action,
  communityId: null,
  subjectId: null,
  facts: {},
});

describe('the audit', () => {
  it('is narrowed by what was done', () => {
    const entries = ['account.invited', 'ledger.exported', 'unit.created', 'something.new'].map(entry);
    expect(entriesOf(entries, 'accounts').map(({ action }) => action)).toEqual(['account.invited']);
    expect(entriesOf(entries, 'all')).toHaveLength(4);
    expect(kindOf('something.new')).toBeNull();
  });

  it('words what it knows and hides nothing that it does not', () => {
    expect(actionWord('account.disabled')).toBe('停用账号');
    expect(actionWord('something.new')).toBe('something.new');
  });

  it('words facts, and shortens a hash to what the eye can compare', () => {
    expect(
      factsText({ rows: 1325, isMasked: false, reason: '低保复核', sha256: 'ab'.repeat(32), waitingPeople: 0 }),
    ).toBe('行数 1,325,遮住 否,用途 低保复核,校验 abababab…');
    expect(factsText({ role: 'gridWorker', ledger: 'visits' })).toBe('角色 网格员,台账 入户走访记录');
    expect(factsText({ odd: 'x' })).toBe('odd x');
  });
});
