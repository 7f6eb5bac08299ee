import { describe, expect, it } from 'vitest';
import { account, posting } from '../account.fixture.ts';
import { dutiesText, findAccounts, stateOf } from './account-rows.ts';

const now = 1_795_000_000_000;
const today = '2026-11-20';
const worker = account({ postings: [posting({ unitId: 'grid-1', unitName: '第一网格', role: 'gridWorker' })] });
const gone = account({ id: 'gone', name: '安心', loginName: null, state: 'disabled' });

describe('accounts', () => {
  it('say when their invitation has run out', () => {
    expect(stateOf(account({ state: 'invited', invitationExpiresAt: now + 1 }), now)).toBe('invited');
    expect(stateOf(account({ state: 'invited', invitationExpiresAt: now }), now)).toBe('expired');
    expect(stateOf(account({ state: 'invited' }), now)).toBe('expired');
    expect(stateOf(gone, now)).toBe('disabled');
  });

  it('say who looks after what', () => {
    expect(dutiesText(worker, today)).toBe('网格员 · 第一网格');
    expect(dutiesText(worker, '2025-01-01')).toBe('');
  });

  it('are found by name, login name and duty, whatever the width of the letters', () => {
    expect(findAccounts([gone, worker], 'ＷＡＮＧ 第一', today)).toEqual([worker]);
    expect(findAccounts([gone, worker], '第二', today)).toEqual([]);
  });

  it('come with the disabled ones last', () => {
    expect(findAccounts([gone, worker], '', today)).toEqual([worker, gone]);
  });
});
