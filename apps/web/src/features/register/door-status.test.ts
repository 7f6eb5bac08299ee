import { expect, test } from 'vitest';
import { readDoorState } from '../../storage/reading/door-state.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { createSampleTown, putFamily } from '../../storage/reading/sample-town.ts';
import { doorCellName, doorStatus, doorWord } from './door-status.ts';
import { standingWords, whoLivesThere } from './door-summary.ts';

const today = '2026-11-20';
const now = Date.parse('2026-11-20T08:00:00Z');
const dayMs = 86_400_000;

/** Opens a door with households and visits as [days ago, outcome]. */
const open = (setup: {
  names?: readonly string[];
  visits?: readonly (readonly [number, string])[];
  use?: string;
  note?: string;
}) => {
  const sample = createSampleTown();
  const { view, put } = sample;
  const { use = null, note = null } = setup;
  put('dwelling', 'd', { unitId: 'e1', doorLabel: '704', verification: 'checked', use, note });
  const names = setup.names ?? [];
  for (const [index, name] of names.entries()) {
    putFamily(sample, 'd', names.length > 1 ? { name, roomLabel: ['东屋', '西屋'][index] ?? '' } : { name });
  }
  for (const [days, outcome] of setup.visits ?? []) {
    put('visit', `v${days}`, {
      dwellingId: 'd',
      outcome,
      way: 'door',
      visitedAt: now - days * dayMs,
      householdId: names.length === 1 ? `h-d-${names[0]}` : null,
    });
  }
  const dwelling = readRecord(view, 'dwelling', 'd');
  if (dwelling === undefined) throw new Error('no door');
  return { sample, door: readDoorState(view, dwelling, today) };
};

test.each([
  [[[3, 'met']], 'done', '3天', '704,已访,3 天前'],
  [[[45, 'met']], 'done', '45天', '704,已访,45 天前'],
  [[[85, 'met']], 'soon', '85天', '704,快到期,85 天前'],
  [[[95, 'met']], 'due', '95天', '704,该去了,95 天前'],
  [[[120, 'met']], 'overdue', '4个月', '704,逾期,120 天前'],
  [[], 'due', '没去过', '704,该去了,还没去过'],
  [[[1, 'noAnswer']], 'nobodyHome', '无人', '704,上次无人,昨天'],
  [[[0, 'refused']], 'refused', '拒访', '704,拒访,今天'],
  [[[2, 'movedOut']], 'vacant', '迁走', '704,迁走,2 天前'],
  [[[2, 'vacant']], 'vacant', '空置', '704,空置,2 天前'],
] as const)('visits %j are drawn as %s %s and read aloud as %s', (visits, status, word, name) => {
  const { door } = open({ names: ['张三'], visits });
  expect([doorStatus(door), doorWord(door), doorCellName(door)]).toEqual([status, word, name]);
});

test('a door without anybody registered is not said to be vacant before somebody has said so', () => {
  expect(doorWord(open({}).door)).toBe('空门');
  expect(doorWord(open({ use: 'vacant' }).door)).toBe('空置');
});

test('nobody is named in a list', () => {
  const { sample, door } = open({ names: ['张三'], visits: [[3, 'met']], note: '早饭前后在家' });
  expect(whoLivesThere(sample.view, door, today)).toBe('一口人');
  expect(standingWords(door)).toBe('3 天前 · 早饭前后在家');
});

test('a lone old person is told by age, with the other groups after it', () => {
  const { sample, door } = open({ names: ['张三'] });
  sample.put('person', 'p-d-张三', { name: '张三', birthOn: '1940-05-06' });
  sample.put('tag', 't1', { personId: 'p-d-张三', kind: 'livesAlone' });
  sample.put('tag', 't2', { personId: 'p-d-张三', kind: 'minimumAllowance' });
  expect(whoLivesThere(sample.view, door, today)).toBe('86 岁独居 · 低保');
});

test('several households are told by their rooms', () => {
  const { sample, door } = open({ names: ['钱一', '钱二'] });
  expect(whoLivesThere(sample.view, door, today)).toBe('两户同院:东屋、西屋');
});

test('an empty yard stands empty, and nobody at home is told with the part of the day', () => {
  const empty = open({ use: 'vacant' });
  expect(whoLivesThere(empty.sample.view, empty.door, today)).toBe('空着');
  expect(standingWords(open({ names: ['张三'], visits: [[6, 'noAnswer']] }).door)).toBe('上次无人(下午) · 6 天前');
  expect(standingWords(open({ names: ['张三'], visits: [[120, 'met']] }).door)).toBe('120 天没去');
});
