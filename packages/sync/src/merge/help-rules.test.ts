import { createBench, newHelp, newNeed } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const helpId = 'help_0000000000001';
const laterId = 'help_0000000000002';
const needId = 'need_0000000000001';

const setUp = () => {
  const bench = createBench();
  const dwellingId = bench.place.grids[0].dwellingIds[0] ?? '';
  bench.worker.submit({ name: 'need.raise', args: { need: newNeed(needId, { dwellingId }) } });
  const log = (id: string, values: Parameters<typeof newHelp>[1] = {}, by = bench.volunteer) =>
    by.submit({ name: 'help.log', args: { help: newHelp(id, values) } });
  return { bench, log, own: `user:${bench.volunteer.session.userId}`, grid: `grid:${bench.place.grids[0].gridId}` };
};

describe('recording help', () => {
  it('lies with its recorder, who is not necessarily its giver', () => {
    const { bench, log, own } = setUp();
    expect(log(helpId).outcome).toBe('applied');
    expect(bench.row('help', helpId)).toMatchObject({
      buckets: [own],
      fields: {
        recordedBy: bench.volunteer.session.userId,
        recorderName: '冯热心',
        recordedAt: bench.clock.now(),
        giverName: '冯热心',
        needId: null,
      },
    });
  });

  it('lies with its giver too when staff record it for a volunteer', () => {
    const { bench, log, own } = setUp();
    const giverId = bench.volunteer.session.userId;
    log(helpId, { giverId, giverName: '冯热心' }, bench.worker);
    expect(bench.row('help', helpId)).toMatchObject({
      buckets: [own, `user:${bench.worker.session.userId}`].sort(),
      fields: { giverId, recorderName: '陈网格' },
    });
  });

  it('counts a group, goods with quantities and people served', () => {
    const { bench, log } = setUp();
    const goods = [{ name: '大米', quantity: 2.5, unit: '袋' }];
    log(helpId, { giverKind: 'group', giverName: '红马甲队', giverCount: 12, kind: 'goods', goods, peopleServed: 30 });
    expect(bench.row('help', helpId).fields).toMatchObject({
      giverKind: 'group',
      giverCount: 12,
      goods,
      peopleServed: 30,
    });
  });

  it.each([
    ['minutes below zero', { serviceMinutes: -1 }, 'serviceMinutes'],
    ['more minutes than a week has', { serviceMinutes: 10_081 }, 'serviceMinutes'],
    ['goods without a name', { goods: [{ name: '', quantity: 1, unit: '袋' }] }, 'goods'],
    ['nothing of some goods', { goods: [{ name: '大米', quantity: 0, unit: '袋' }] }, 'goods'],
    ['goods with a field nobody knows', { goods: [{ name: '大米', quantity: 1, unit: '袋', price: 3 }] }, 'goods'],
    ['nobody who gave it', { giverName: '' }, 'giverName'],
    ['a day that does not exist', { servedOn: '2026-02-30' }, 'servedOn'],
    ['a recorder of its own choice', { recordedBy: 'user_somebody_else' }, 'recordedBy'],
  ])('refuses %s', (_, values, field) => {
    const { bench, log } = setUp();
    expect(log(helpId, values)).toMatchObject({ outcome: 'refused', reason: 'invalid', field });
    expect(bench.find('help', helpId)).toBeUndefined();
  });

  it('refuses a record whose id is taken', () => {
    const { log } = setUp();
    log(helpId);
    expect(log(helpId)).toMatchObject({ outcome: 'refused', reason: 'alreadyExists' });
  });
});

describe('help for a need', () => {
  it('closes it and lies in its grid as well', () => {
    const { bench, log, grid } = setUp();
    const { rev } = log(helpId, { needId }, bench.worker);
    expect(bench.row('help', helpId).buckets).toContain(grid);
    expect(bench.row('need', needId)).toMatchObject({ rev, fields: { state: 'done', closedByHelpId: helpId } });
  });

  it('leaves a need that has its answer', () => {
    const { bench, log } = setUp();
    bench.worker.submit({ name: 'need.advance', args: { needId, from: 'open', to: 'answered', answer: '已办' } });
    log(helpId, { needId }, bench.worker);
    expect(bench.row('need', needId).fields).toMatchObject({ state: 'answered', closedByHelpId: null });
  });

  it('is refused for a need that is not there and held for a volunteer, who has no grid', () => {
    const { bench, log } = setUp();
    expect(log(helpId, { needId: 'need_nowhere_00001' }, bench.worker)).toMatchObject({
      reason: 'notFound',
      field: 'needId',
    });
    expect(log(helpId, { needId })).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(log(laterId, { needId }, bench.secondWorker)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
  });
});

describe('voiding and correcting help', () => {
  it.each(['voidOf', 'corrects'])('is a new record that names the old one as %s', (link) => {
    const { bench, log } = setUp();
    log(helpId);
    expect(log(laterId, { [link]: helpId }).outcome).toBe('applied');
    expect(bench.row('help', helpId).deleted).toBe(false);
    expect(bench.row('help', laterId).fields[link]).toBe(helpId);
  });

  it('does not close a need by voiding', () => {
    const { bench, log } = setUp();
    log(helpId, {}, bench.worker);
    log(laterId, { voidOf: helpId, needId }, bench.worker);
    expect(bench.row('need', needId).fields.state).toBe('open');
  });

  it('belongs to who recorded or gave it', () => {
    const { bench, log } = setUp();
    log(helpId, { giverId: bench.volunteer.session.userId }, bench.worker);
    expect(log(laterId, { voidOf: helpId }, bench.otherVolunteer)).toMatchObject({
      outcome: 'refused',
      reason: 'notYours',
    });
    expect(log(laterId, { voidOf: helpId }, bench.volunteer).outcome).toBe('applied');
  });

  it('is refused for help that is not there', () => {
    const { log } = setUp();
    expect(log(laterId, { voidOf: 'help_nowhere_00001' })).toMatchObject({ outcome: 'refused', reason: 'notFound' });
  });
});
