import { beforeEach, describe, expect, it } from 'vitest';
import { doorReader } from '../door-state.ts';
import { readRecord } from '../read-record.ts';
import { createSampleTown, putFamily, type Sample } from '../sample-town.ts';
import { isForToday, isOverdue, readTodayList, type TodayList } from './today-list.ts';

let town: Sample;

const at = (moment: string): number => Date.parse(`${moment}:00+08:00`);
/** A Friday morning. */
const morning = at('2026-11-20T10:00');
const list = (now = morning, grids: readonly string[] = ['g1'], more = { lacksOlder: false }): TodayList =>
  readTodayList(town.view, grids, { today: new Date(now + 8 * 3_600_000).toISOString().slice(0, 10), now, ...more });
const labels = ({ sections }: TodayList): readonly (readonly string[])[] =>
  sections.map(({ name, doors }) => [name, ...doors.map(({ dwelling }) => dwelling.doorLabel)]);
const doorOf = (today: TodayList, dwellingId: string) =>
  [...today.sections.flatMap(({ doors }) => doors), ...today.later].find(({ dwelling }) => dwelling.id === dwellingId);

let visits = 0;
const putVisit = (dwellingId: string, moment: string, outcome: string, more = {}): string => {
  visits += 1;
  const householdId = `h-${dwellingId}-王建国`;
  return town.put('visit', `v${visits}`, {
    ...{ dwellingId, householdId, outcome, way: 'door', visitedAt: at(moment) },
    ...more,
  });
};
const putTag = (dwellingId: string, kind: string): string =>
  town.put('tag', `t-${dwellingId}-${kind}`, { personId: `p-${dwellingId}-王建国`, kind });

beforeEach(() => {
  town = createSampleTown();
  for (const door of ['d602', 'd601', 'd501', 'y1', 'y2']) putFamily(town, door, { name: '王建国' });
});

describe("a day's list", () => {
  it('is ordered for walking: stair by stair from the top floor down, a village in its own order', () => {
    town.put('dwelling', 'd202', { unitId: 'e1', doorLabel: '202', floor: 2, verification: 'checked' });
    putFamily(town, 'd202', { name: '王建国' });
    expect(labels(list()).slice(0, 2)).toEqual([
      ['3号楼 1单元', '601', '602', '202'],
      ['3号楼 2单元', '501'],
    ]);
    putFamily(town, 'y3', { name: '王建国' });
    expect(labels(list(morning, ['g2']))[0]).toEqual(['二组', '水塔南', '1院', '10院']);
    expect(list().sections[0]).toMatchObject({ topFloor: 6, isWalked: false });
  });

  it('is without a household that was met, and with it again where that visit is voided', () => {
    const visit = putVisit('d602', '2026-11-10T10:00', 'met');
    expect(doorOf(list(), 'd602')).toBeUndefined();
    putVisit('d602', '2026-11-10T10:05', 'met', { voidOf: visit });
    expect(doorOf(list(), 'd602')?.due?.state).toBe('due');
  });

  it('is without nobody of a shared door where somebody was met and not told who', () => {
    putFamily(town, 'd602', { name: '李四', roomLabel: '东屋' });
    putVisit('d602', '2026-11-10T10:00', 'met', { householdId: null });
    const rooms = () =>
      list()
        .sections.flatMap(({ doors }) => doors)
        .flatMap(({ dwelling, household }) => (dwelling.id === 'd602' ? [household?.roomLabel ?? ''] : []));
    expect(rooms().sort()).toEqual(['', '东屋']);
    putVisit('d602', '2026-11-10T10:00', 'met');
    expect(rooms()).toEqual(['东屋']);
  });

  it('is with everything due in one household as one line', () => {
    putTag('d602', 'livesAlone');
    putTag('d602', 'elderly');
    putTag('d602', 'minimumAllowance');
    putVisit('d602', '2026-11-11T10:00', 'met');
    town.put('need', 'n1', {
      dwellingId: 'd602',
      householdId: 'h-d602-王建国',
      kind: 'repair',
      detail: '地下室漏水',
      state: 'done',
      raisedAt: at('2026-11-08T10:00'),
    });
    const lines = list()
      .sections.flatMap(({ doors }) => doors)
      .filter(({ dwelling }) => dwelling.id === 'd602');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ due: { state: 'overdue', everyDays: 7 }, followUps: [{ reason: 'tell' }] });
    expect(lines[0]?.due?.reasons.map(({ cadence }) => cadence.presetKey)).toEqual([
      'aloneAndFrail',
      'careGroups',
      'aidGroups',
    ]);
  });

  it('leaves the dead out as soon as their death is written down', () => {
    town.put('membership', 'm-d602-王建国', {
      ...{ personId: 'p-d602-王建国', householdId: 'h-d602-王建国', kind: 'resident' },
      ...{ toOn: '2026-11-20', endReason: 'died' },
    });
    expect(doorOf(list(), 'd602')).toBeUndefined();
  });

  it('tries a closed door at another hour: listed apart in the morning, in its stair in the evening', () => {
    putVisit('d602', '2026-11-20T09:30', 'noAnswer');
    const early = list();
    expect(early.later.map(({ dwelling }) => dwelling.id)).toEqual(['d602']);
    expect(early.later[0]?.retry?.advice).toMatchObject({ part: 'evening', hasOpenedThen: false });
    const evening = list(at('2026-11-20T17:30'));
    expect(evening.later).toEqual([]);
    expect(labels(evening)[0]).toEqual(['3号楼 1单元', '601', '602']);
  });

  it('learns from the hours at which the door was opened, not from the telephone', () => {
    putVisit('d602', '2026-10-13T15:00', 'met');
    putVisit('d602', '2026-09-15T14:00', 'met');
    putVisit('d602', '2026-10-14T18:00', 'met', { way: 'phone' });
    putVisit('d602', '2026-11-20T09:30', 'noAnswer');
    expect(doorOf(list(), 'd602')?.retry?.advice).toMatchObject({ part: 'afternoon', hasOpenedThen: true });
  });

  it('sends nobody back to a closed door behind which nobody lives any more', () => {
    putVisit('d602', '2026-11-18T10:00', 'noAnswer');
    putVisit('d601', '2026-11-18T10:00', 'noAnswer');
    expect(doorOf(list(at('2026-11-20T18:00')), 'd602')).toBeDefined();
    town.put('membership', 'm-d602-王建国', {
      ...{ personId: 'p-d602-王建国', householdId: 'h-d602-王建国', kind: 'resident' },
      ...{ toOn: '2026-11-19', endReason: 'died' },
    });
    town.put('dwelling', 'd601', {
      ...{ unitId: 'e1', doorLabel: '601', floor: 6 },
      ...{ use: 'vacant', verification: 'checked' },
    });
    const evening = list(at('2026-11-20T18:00'));
    expect([doorOf(evening, 'd602'), doorOf(evening, 'd601')]).toEqual([undefined, undefined]);
  });

  it('goes back to a door that stayed closed for a week, also where no visit is due', () => {
    putVisit('d602', '2026-11-01T10:00', 'met');
    putVisit('d602', '2026-11-18T10:00', 'noAnswer');
    expect(doorOf(list(at('2026-11-20T18:00')), 'd602')).toMatchObject({ due: null, retry: expect.anything() });
    expect(doorOf(list(at('2026-11-26T18:00')), 'd602')).toBeUndefined();
  });

  it('asks about a need whose household has gone at the door where it was heard', () => {
    town.put('need', 'n1', { dwellingId: 'd101', kind: 'repair', state: 'open', dueOn: '2026-11-19' });
    const line = doorOf(list(), 'd101');
    expect(line).toMatchObject({ household: null, followUps: [{ reason: 'late' }] });
    expect(line && isOverdue(line)).toBe(true);
  });

  it('is led by what the community changed', () => {
    putVisit('d602', '2026-11-01T10:00', 'met');
    town.put('cadence', 'c1', {
      presetKey: 'everybody',
      name: '每半月',
      tagKinds: [],
      alsoTagKinds: [],
      everyDays: 14,
    });
    const line = doorOf(list(), 'd602');
    expect(line?.due).toMatchObject({ everyDays: 14, state: 'overdue' });
    expect(line && isForToday(line)).toBe(true);
  });

  it('does not send anybody to a household whose older visits are still on their way to this phone', () => {
    expect(doorOf(list(), 'd602')?.due?.dueOn).toBeNull();
    expect(doorOf(list(morning, ['g1'], { lacksOlder: true }), 'd602')).toBeUndefined();
    putVisit('d602', '2026-08-01T10:00', 'met');
    expect(doorOf(list(morning, ['g1'], { lacksOlder: true }), 'd602')?.due?.state).toBe('overdue');
  });

  it('does not forget a household in a building that was closed', () => {
    town.put('unit', 'e1', { kind: 'entrance', parentId: 'b3', name: '1单元', toOn: '2026-01-01' });
    expect(labels(list()).at(-1)).toEqual(['', '601', '602', '1院', '水塔南']);
  });

  it("agrees with what a household's own page says of it", () => {
    const outcomes = ['met', 'noAnswer', 'refused', 'met', 'vacant', 'movedOut'] as const;
    const doors = ['d602', 'd601', 'd501', 'y1', 'y2'];
    for (const [at, door] of doors.entries()) {
      if (at % 2 === 0) putTag(door, 'livesAlone');
      for (const [n, outcome] of outcomes.slice(0, at + 1).entries())
        putVisit(
          door,
          `2026-${String(5 + n).padStart(2, '0')}-1${at}T10:00`,
          outcome,
          n === 0 ? { householdId: null } : {},
        );
      const reader = doorReader(town.view, '2026-11-20');
      const dwelling = readRecord(town.view, 'dwelling', door);
      const standing = dwelling === undefined ? undefined : reader(dwelling).standing;
      const due = doorOf(list(), door)?.due?.state ?? null;
      if (standing === 'overdue' || standing === 'soon') expect(due).toBe(standing);
      if (standing === 'vacant' || standing === 'recent') expect(due).toBeNull();
    }
  });
});
