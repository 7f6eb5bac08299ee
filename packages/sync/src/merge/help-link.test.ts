import { createBench, newHelp, newNeed, newNotice, newWish } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const needId = 'need_0000000000001';
const noticeId = 'notice_00000000001';
const helpId = 'help_0000000000001';
const correctionId = 'help_0000000000002';

const finishedWish = () => {
  const bench = createBench();
  const [grid] = bench.place.grids;
  const door = { dwellingId: grid.dwellingIds[0] ?? '', householdId: grid.householdIds[0] ?? '' };
  bench.worker.submit({ name: 'need.raise', args: { need: newNeed(needId, door) } });
  const wish = newWish('wish_0000000000001', { needId, noticeId });
  bench.worker.submit({ name: 'wish.publish', args: { wish, notice: newNotice(noticeId) } });
  bench.volunteer.submit({ name: 'wish.claim', args: { noticeId } });
  bench.volunteer.submit({ name: 'wish.finish', args: { noticeId, help: newHelp(helpId) } });
  return { bench, grid };
};

describe("a volunteer's correction of help for a wish", () => {
  it('reaches the grid that the need lies in, though the volunteer never learns of the need', () => {
    const { bench, grid } = finishedWish();
    const help = newHelp(correctionId, { corrects: helpId, serviceMinutes: 30 });
    expect(bench.volunteer.submit({ name: 'help.log', args: { help } }).outcome).toBe('applied');
    const row = bench.row('help', correctionId);
    expect(row.fields).toMatchObject({ needId, serviceMinutes: 30 });
    expect(row.buckets).toContain(`grid:${grid.gridId}`);
  });

  it('takes the place of the old help at the need it closed', () => {
    const { bench } = finishedWish();
    const help = newHelp(correctionId, { corrects: helpId });
    bench.volunteer.submit({ name: 'help.log', args: { help } });
    expect(bench.row('need', needId).fields).toMatchObject({ state: 'done', closedByHelpId: correctionId });
  });

  it('leaves the need done when the help is voided, for the worker to reopen', () => {
    const { bench } = finishedWish();
    const help = newHelp(correctionId, { voidOf: helpId });
    bench.volunteer.submit({ name: 'help.log', args: { help } });
    expect(bench.row('help', correctionId).fields.needId).toBe(needId);
    expect(bench.row('need', needId).fields.state).toBe('done');
  });
});
