import { type Due, effectiveCadences } from '@lianxin/domain';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../storage/reading/read-record.ts';
import { createSampleTown } from '../../storage/reading/sample-town.ts';
import type { FollowUpReason } from '../../storage/reading/today/follow-ups.ts';
import type { Retry } from '../../storage/reading/today/retry.ts';
import type { TodayDoor } from '../../storage/reading/today/today-doors.ts';
import { doorWords, todayStatus } from './door-words.ts';

const town = createSampleTown();
const today = '2026-11-20';
const presets = effectiveCadences([]);

const need = (reason: FollowUpReason): TodayDoor['followUps'][number] => {
  const id = town.put('need', `n-${reason}`, {
    ...{ dwellingId: 'd602', kind: 'repair', detail: '地下室漏水', state: 'open', dueOn: '2026-11-19' },
    raisedAt: Date.parse('2026-11-08T10:00:00+08:00'),
  });
  const record = readRecord(town.view, 'need', id);
  if (record === undefined) throw new Error('the need is not there');
  return { need: record, reason };
};

const due = (presetKey: string, tagKinds: readonly string[], more: Partial<Due> = {}): Due => {
  const cadence = presets.find((one) => one.presetKey === presetKey);
  if (cadence === undefined) throw new Error(`there is no preset ${presetKey}`);
  const reasons = [{ cadence, tagKinds, isOld: true }];
  const told: Due = {
    state: 'due',
    dueOn: today,
    everyDays: cadence.everyDays,
    reasons,
    change: null,
    answeredOn: null,
  };
  return { ...told, ...more };
};

const retry: Retry = {
  nobodyAt: Date.parse('2026-11-19T10:00:00+08:00'),
  advice: {
    ...{ part: 'evening', isWeekend: false, hasOpenedThen: true },
    failed: { part: 'morning', isWeekend: false },
  },
};

const door = (parts: Partial<TodayDoor>): TodayDoor => {
  const dwelling = readRecord(town.view, 'dwelling', 'd602');
  if (dwelling === undefined) throw new Error('the door is not there');
  return { dwelling, household: null, due: null, retry: null, followUps: [], ...parts };
};

describe('why a door is on the list', () => {
  it.each([
    [{ due: due('aloneAndOld', ['livesAlone'], { answeredOn: '2026-11-11' }) }, '独居老人,每周', '上次 11-11,9 天前'],
    [{ due: due('aloneAndFrail', ['livesAlone', 'elderly']) }, '高龄独居老人,每周', '还没见过面'],
    [{ due: due('aidGroups', ['minimumAllowance', 'disabled']) }, '低保户、残疾人,每月', '还没见过面'],
    [
      { due: due('everybody', [], { state: 'soon', dueOn: '2026-11-24', answeredOn: '2026-08-26' }) },
      '例行走访,每季',
      '还有 4 天',
    ],
    [
      { due: due('everybody', [], { change: { kind: 'died', on: '2026-11-19', tagKind: null } }) },
      '家里有人去世,去看看',
      '11-19 的事',
    ],
    [{ retry }, '上次无人(上午)', '傍晚开门的多,17 点后再去'],
    [{ due: due('everybody', []), retry }, '上次无人(上午)', '傍晚开门的多,17 点后再去'],
    [{ due: due('aloneAndOld', ['livesAlone']), retry }, '独居老人,每周', '上次无人(上午) · 傍晚开门的多,17 点后再去'],
    [{ followUps: [need('tell')] }, '回访:地下室漏水', '11-08 听到,已办好'],
    [{ followUps: [need('late')] }, '回访:地下室漏水', '逾期,11-19 前要办好'],
    [
      { due: due('aloneAndOld', ['livesAlone'], { answeredOn: '2026-11-11' }), followUps: [need('tell')] },
      '独居老人,每周',
      '上次 11-11,9 天前 · 回访:地下室漏水',
    ],
  ])('%#', (parts, text, note) => {
    expect(doorWords(door(parts), today)).toEqual({ text, note });
  });
});

it('leaves what was heard off paper: free text may name somebody', () => {
  const asked = door({ followUps: [need('tell')] });
  expect(doorWords(asked, today, true).text).toBe('回访:维修');
  const besides = door({ due: due('aloneAndOld', ['livesAlone']), followUps: [need('tell')] });
  expect(doorWords(besides, today, true).note).not.toContain('漏水');
});

describe('the sign a door stands under', () => {
  it.each([
    [{ due: due('aloneAndOld', [], { state: 'overdue' }), retry }, 'overdue'],
    [{ followUps: [need('late')] }, 'overdue'],
    [{ due: due('aloneAndOld', []), retry }, 'nobodyHome'],
    [{ due: due('everybody', [], { state: 'soon' }) }, 'soon'],
    [{ due: due('everybody', [], { state: 'soon' }), followUps: [need('tell')] }, 'due'],
  ] as const)('%#', (parts, status) => {
    expect(todayStatus(door(parts))).toBe(status);
  });
});
