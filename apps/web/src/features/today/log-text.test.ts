import { expect, it } from 'vitest';
import type { DailyLog } from '../../storage/reading/today/daily-log.ts';
import { logText } from './log-text.ts';

const log: DailyLog = {
  households: 12,
  outcomes: [
    { key: 'met', count: 8 },
    { key: 'noAnswer', count: 4 },
  ],
  places: 3,
  late: 1,
  phone: 2,
  needs: 3,
  needKinds: [
    { key: 'repair', count: 2 },
    { key: 'bathing', count: 1 },
  ],
  solved: 1,
  passedOn: 2,
  told: 1,
};
const of = { day: '2026-11-20', today: '2026-11-21', places: ['第一网格'] };

it('tells a day in numbers, one thing a line', () => {
  expect(logText(log, of)).toBe(
    [
      '【网格日志】2026-11-20 周五 第一网格',
      '走访 12 户:见到 8、无人 4',
      '走了 3 处楼栋或组',
      '电话 2 次,补录 1 次',
      '听到需求 3 件:维修 2、助浴 1',
      '当天办结 1 件,继续办 2 件,回话 1 件',
    ].join('\n'),
  );
});

it('leaves out what there was nothing of', () => {
  const nothing = { households: 0, outcomes: [], places: 0, late: 0, phone: 0, needs: 0, needKinds: [] };
  expect(logText({ ...nothing, solved: 0, passedOn: 0, told: 0 }, of)).toBe(
    '【网格日志】2026-11-20 周五 第一网格\n没有走访\n没有听到新的需求',
  );
});
