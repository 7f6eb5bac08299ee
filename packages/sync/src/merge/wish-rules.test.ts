import { createBench, newHelp, newMembership, newNeed, newNotice, newPerson, newWish } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const needId = 'need_0000000000001';
const wishId = 'wish_0000000000001';
const noticeId = 'notice_00000000001';
const helpId = 'help_0000000000001';

type Values = Parameters<typeof newWish>[1];

const setUp = () => {
  const bench = createBench();
  const [grid] = bench.place.grids;
  const dwellingId = grid.dwellingIds[0] ?? '';
  const householdId = grid.householdIds[0] ?? '';
  bench.worker.submit({ name: 'need.raise', args: { need: newNeed(needId, { dwellingId, householdId }) } });
  const publish = (wish: Values = {}, notice: Values = {}) =>
    bench.worker.submit({
      name: 'wish.publish',
      args: { wish: newWish(wishId, { needId, noticeId, ...wish }), notice: newNotice(noticeId, notice) },
    });
  const claim = (by = bench.volunteer) => by.submit({ name: 'wish.claim', args: { noticeId } });
  const release = (by = bench.volunteer) => by.submit({ name: 'wish.release', args: { noticeId } });
  const finish = (by = bench.volunteer, help: ReturnType<typeof newHelp> | null = newHelp(helpId)) =>
    by.submit({ name: 'wish.finish', args: { noticeId, help } });
  const withdraw = (by = bench.worker) => by.submit({ name: 'wish.withdraw', args: { noticeId } });
  const states = () => [
    bench.row('wishNotice', noticeId).fields.state,
    bench.row('wish', wishId).fields.state,
    bench.row('need', needId).fields.state,
  ];
  return { bench, grid, householdId, publish, claim, release, finish, withdraw, states };
};

const cardOf = (bench: ReturnType<typeof createBench>) => bench.row('householdCard', noticeId);

describe('publishing a wish', () => {
  it('keeps whose it is in the grid and shows the community only the notice', () => {
    const { bench, grid, publish, states } = setUp();
    const { outcome, rev } = publish();
    expect(outcome).toBe('applied');
    expect(bench.row('wish', wishId)).toMatchObject({
      rev,
      buckets: [`grid:${grid.gridId}`],
      fields: { publishedByName: '陈网格' },
    });
    expect(bench.row('wishNotice', noticeId)).toMatchObject({
      rev,
      buckets: [`community:${bench.place.communityId}`],
      fields: { publishedAt: bench.clock.now() },
    });
    expect(states()).toEqual(['open', 'open', 'inProgress']);
  });

  it('leaves a need that is already done as it is', () => {
    const { bench, publish, states } = setUp();
    bench.worker.submit({ name: 'need.advance', args: { needId, from: 'open', to: 'done', answer: null } });
    publish();
    expect(states()).toEqual(['open', 'open', 'done']);
  });

  it.each([
    ['a name of the household', { what: '帮王建国修水管' }],
    ['the door', { place: '101 对面' }],
    ['a form of address', { what: '张大爷家修灯' }],
    ['a phone number', { timeWindow: '打 13800000000 约' }],
    ['an entrance', { skill: '3单元会修灯的' }],
  ])('refuses a notice with %s', (_, notice) => {
    const { bench, publish } = setUp();
    expect(publish({}, notice)).toMatchObject({ outcome: 'refused', reason: 'namesSomebody' });
    expect([bench.find('wish', wishId), bench.find('wishNotice', noticeId)]).toEqual([undefined, undefined]);
  });

  it('refuses the name of a member who came after the need', () => {
    const { bench, householdId, publish } = setUp();
    const personId = 'person_newcomer_01';
    const person = newPerson(personId, { name: '欧阳若兰' });
    bench.worker.submit({
      name: 'member.add',
      args: { person, membership: newMembership('membership_newcom1', { personId, householdId }) },
    });
    expect(publish({}, { what: '陪欧阳若兰散步' })).toMatchObject({ outcome: 'refused', reason: 'namesSomebody' });
  });

  it.each([
    ['a need that is not there', { needId: 'need_nowhere_00001' }, 'notFound', 'needId'],
    ['a notice that is not its own', { noticeId: 'notice_other_00001' }, 'invalid', 'noticeId'],
    ['no word on agreement', { agreementWay: null }, 'invalid', 'agreementWay'],
    ['an agreement without a day', { agreementOn: null }, 'invalid', 'agreementOn'],
    ['a claimer named from the start', { claimedBy: 'user_volunteer0000' }, 'invalid', 'claimedBy'],
  ])('refuses a wish with %s', (_, wish, reason, field) => {
    const { publish } = setUp();
    expect(publish(wish)).toMatchObject({ outcome: 'refused', reason, field });
  });

  it('needs no day when the household did not agree', () => {
    const { publish } = setUp();
    expect(publish({ agreementWay: 'none', agreementOn: null }).outcome).toBe('applied');
  });

  it('refuses a notice without words and a wish whose id is taken', () => {
    const { publish } = setUp();
    expect(publish({}, { what: '' })).toMatchObject({ outcome: 'refused', reason: 'invalid', field: 'what' });
    publish();
    expect(publish()).toMatchObject({ outcome: 'refused', reason: 'alreadyExists' });
  });

  it('happens once at a time: a need on the wall or in somebody’s hands is not put up again', () => {
    const { bench, publish, claim, withdraw } = setUp();
    const again = (suffix: string) => {
      const ids = { wish: `wish_again_00000${suffix}`, notice: `notice_again_000${suffix}` };
      const wish = newWish(ids.wish, { needId, noticeId: ids.notice });
      return bench.firstWorker.submit({ name: 'wish.publish', args: { wish, notice: newNotice(ids.notice) } });
    };
    publish();
    expect(again('1')).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
    claim();
    expect(again('2')).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
    withdraw();
    expect(again('3').outcome).toBe('applied');
  });

  it('refuses the name of whom the need is about, and of anybody behind the door where nobody is named', () => {
    const { bench, grid } = setUp();
    const raise = (id: string, values: Values) =>
      bench.worker.submit({ name: 'need.raise', args: { need: newNeed(id, values) } });
    raise('need_about_person1', { dwellingId: grid.dwellingIds[2] ?? '', personId: grid.personIds[1] ?? '' });
    raise('need_about_door_01', { dwellingId: grid.dwellingIds[0] ?? '' });
    for (const [about, what] of [
      ['need_about_person1', '陪李秀英散步'],
      ['need_about_door_01', '陪王建国散步'],
    ] as const) {
      const args = { wish: newWish(wishId, { needId: about, noticeId }), notice: newNotice(noticeId, { what }) };
      expect(bench.worker.submit({ name: 'wish.publish', args })).toMatchObject({
        outcome: 'refused',
        reason: 'namesSomebody',
      });
    }
  });

  it('refuses the door to which the household has moved, and the one where the need was heard', () => {
    const { bench, grid, householdId, publish } = setUp();
    bench.worker.submit({ name: 'household.move', args: { householdId, dwellingId: grid.dwellingIds[2] ?? '' } });
    expect(publish({}, { place: '301 对面' })).toMatchObject({ reason: 'namesSomebody' });
    expect(publish({}, { place: '101 对面' })).toMatchObject({ reason: 'namesSomebody' });
  });

  it('is held for a worker of another grid and refused for a volunteer', () => {
    const { bench } = setUp();
    const args = { wish: newWish(wishId, { needId, noticeId }), notice: newNotice(noticeId) };
    expect(bench.secondWorker.submit({ name: 'wish.publish', args })).toMatchObject({
      outcome: 'held',
      reason: 'outOfScope',
    });
    expect(bench.volunteer.submit({ name: 'wish.publish', args })).toMatchObject({
      outcome: 'refused',
      reason: 'notAllowed',
    });
  });
});

describe('claiming a wish', () => {
  it('gives the claimer, and nobody else, the household’s card', () => {
    const { bench, publish, claim, states } = setUp();
    publish();
    const { rev } = claim();
    expect(states()).toEqual(['claimed', 'claimed', 'inProgress']);
    expect(bench.row('wish', wishId).fields).toMatchObject({
      claimedBy: bench.volunteer.session.userId,
      claimedByName: '冯热心',
      claimedAt: bench.clock.now(),
    });
    expect(cardOf(bench)).toMatchObject({
      rev,
      buckets: [`user:${bench.volunteer.session.userId}`],
      fields: {
        what: '修一下水管',
        contactName: '王建国',
        phone: '13800000000',
        address: '3号楼 1单元 101',
        workerName: '陈网格',
        agreementWay: 'spoken',
      },
    });
    expect(bench.feedOf('householdCard', noticeId)).toMatchObject([
      { bucket: `user:${bench.volunteer.session.userId}`, op: 'put', rev },
    ]);
  });

  it('tells the claimer neither door nor name nor phone without the household’s agreement', () => {
    const { bench, publish, claim } = setUp();
    publish({ agreementWay: 'none', agreementOn: null });
    claim();
    expect(cardOf(bench).fields).toMatchObject({
      contactName: null,
      phone: null,
      address: null,
      workerName: '陈网格',
      agreementWay: 'none',
    });
    expect(JSON.stringify(cardOf(bench).fields)).not.toMatch(/王建国|1380|101|单元/);
  });

  it('shows the person whom the need is about rather than the head, and falls back to the household’s phone', () => {
    const { bench, grid, householdId, claim } = setUp();
    const personId = 'person_newcomer_01';
    const person = newPerson(personId, { name: '孙小妹', phone: null });
    bench.worker.submit({
      name: 'member.add',
      args: { person, membership: newMembership('membership_newcom1', { personId, householdId }) },
    });
    const otherNeed = newNeed('need_0000000000002', { dwellingId: grid.dwellingIds[0] ?? '', householdId, personId });
    bench.worker.submit({ name: 'need.raise', args: { need: otherNeed } });
    const args = { wish: newWish(wishId, { needId: otherNeed.id, noticeId }), notice: newNotice(noticeId) };
    bench.worker.submit({ name: 'wish.publish', args });
    claim();
    expect(cardOf(bench).fields).toMatchObject({ contactName: '孙小妹', phone: '13800000000' });
  });

  it('shows the door where the household lives now, not the one where the need was heard', () => {
    const { bench, grid, householdId, publish, claim } = setUp();
    publish();
    bench.worker.submit({ name: 'household.move', args: { householdId, dwellingId: grid.dwellingIds[1] ?? '' } });
    claim();
    expect(cardOf(bench).fields.address).toBe('3号楼 1单元 201');
  });

  it('is for the first who arrives; the second is told and gets nothing', () => {
    const { bench, publish, claim } = setUp();
    publish();
    claim();
    expect(claim(bench.otherVolunteer)).toMatchObject({ outcome: 'refused', reason: 'alreadyClaimed' });
    expect(bench.row('wish', wishId).fields.claimedBy).toBe(bench.volunteer.session.userId);
    expect(bench.feedOf('householdCard', noticeId)).toHaveLength(1);
  });

  it('is first come at the server, whatever the phones’ clocks say', () => {
    const { bench, publish, claim } = setUp();
    publish();
    bench.clock.advance(3_600_000);
    claim();
    const earlier = bench.otherVolunteer.submit(
      { name: 'wish.claim', args: { noticeId } },
      { at: bench.clock.now() - 1_800_000 },
    );
    expect(earlier).toMatchObject({ outcome: 'refused', reason: 'alreadyClaimed' });
  });

  it('says that a withdrawn wish has changed, not that somebody has it', () => {
    const { publish, withdraw, claim } = setUp();
    publish();
    withdraw();
    expect(claim()).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
  });

  it('refuses a wish that is not there, and holds the claim of somebody posted nowhere', () => {
    const { bench, publish, claim } = setUp();
    expect(claim()).toMatchObject({ outcome: 'refused', reason: 'notFound' });
    publish();
    expect(claim(bench.stranger)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
  });
});

describe('the end of a claim', () => {
  it('takes the card back when the claimer lets go, and opens the wish for others', () => {
    const { bench, publish, claim, release, states } = setUp();
    publish();
    claim();
    const { rev } = release();
    expect(states()).toEqual(['open', 'open', 'inProgress']);
    expect(bench.row('wish', wishId).fields).toMatchObject({ claimedBy: null, claimedByName: null, claimedAt: null });
    expect(bench.feedOf('householdCard', noticeId)).toMatchObject([{ op: 'deleted', rev }]);
    expect(Object.values(cardOf(bench).fields).every((value) => value === null)).toBe(true);
  });

  it('lets the next volunteer claim, whose phone alone then has the card', () => {
    const { bench, publish, claim, release } = setUp();
    publish();
    claim();
    release();
    const { rev } = claim(bench.otherVolunteer);
    expect(cardOf(bench)).toMatchObject({
      deleted: false,
      buckets: [`user:${bench.otherVolunteer.session.userId}`],
      fields: { contactName: '王建国' },
    });
    expect(bench.feedOf('householdCard', noticeId)).toEqual([
      expect.objectContaining({ bucket: `user:${bench.volunteer.session.userId}`, op: 'out', rev }),
      expect.objectContaining({ bucket: `user:${bench.otherVolunteer.session.userId}`, op: 'put', rev }),
    ]);
  });

  it('lets the same volunteer claim again after letting go', () => {
    const { bench, publish, claim, release } = setUp();
    publish();
    claim();
    release();
    const { rev } = claim();
    expect(bench.feedOf('householdCard', noticeId)).toMatchObject([{ op: 'put', rev }]);
  });

  it('records the help, closes the need and takes the card back when the wish is done', () => {
    const { bench, grid, publish, claim, finish, states } = setUp();
    publish();
    claim();
    const { outcome, rev } = finish();
    expect(outcome).toBe('applied');
    expect(states()).toEqual(['finished', 'finished', 'done']);
    expect(bench.row('need', needId).fields.closedByHelpId).toBe(helpId);
    expect(bench.row('help', helpId)).toMatchObject({
      rev,
      buckets: [`grid:${grid.gridId}`, `user:${bench.volunteer.session.userId}`],
      fields: {
        noticeId,
        needId,
        recordedBy: bench.volunteer.session.userId,
        recorderName: '冯热心',
        serviceMinutes: 60,
      },
    });
    expect(bench.feedOf('householdCard', noticeId)).toMatchObject([{ op: 'deleted', rev }]);
  });

  it('may be told without help, and leaves the need to the worker', () => {
    const { bench, publish, claim, finish, states } = setUp();
    publish();
    claim();
    expect(finish(bench.volunteer, null).outcome).toBe('applied');
    expect(states()).toEqual(['finished', 'finished', 'inProgress']);
    expect(cardOf(bench).deleted).toBe(true);
  });

  it('keeps an answer that was told meanwhile', () => {
    const { bench, publish, claim, finish, states } = setUp();
    publish();
    claim();
    bench.worker.submit({
      name: 'need.advance',
      args: { needId, from: 'inProgress', to: 'answered', answer: '自己修好了' },
    });
    finish();
    expect(states()).toEqual(['finished', 'finished', 'answered']);
  });

  it('takes the card from whoever claimed when the wish is withdrawn', () => {
    const { bench, publish, claim, withdraw, states } = setUp();
    publish();
    claim();
    expect(withdraw().outcome).toBe('applied');
    expect(states()).toEqual(['withdrawn', 'withdrawn', 'inProgress']);
    expect(cardOf(bench).deleted).toBe(true);
  });

  it('belongs to the claimer alone', () => {
    const { bench, publish, claim, release, finish } = setUp();
    publish();
    claim();
    expect(release(bench.otherVolunteer)).toMatchObject({ outcome: 'refused', reason: 'notYours' });
    expect(finish(bench.otherVolunteer)).toMatchObject({ outcome: 'refused', reason: 'notYours' });
    expect(bench.find('help', helpId)).toBeUndefined();
    expect(cardOf(bench).deleted).toBe(false);
  });

  it('comes once: a wish nobody has claimed, or that is over, cannot be let go, finished or withdrawn', () => {
    const { publish, claim, release, finish, withdraw } = setUp();
    expect([release().reason, finish().reason, withdraw().reason]).toEqual(['notFound', 'notFound', 'notFound']);
    publish();
    expect([release().reason, finish().reason]).toEqual(['stateChanged', 'stateChanged']);
    claim();
    finish();
    expect([release().reason, finish().reason, withdraw().reason]).toEqual([
      'stateChanged',
      'stateChanged',
      'stateChanged',
    ]);
  });

  it('refuses help that does not fit and leaves the claim as it is', () => {
    const { bench, publish, claim, finish, states } = setUp();
    publish();
    claim();
    expect(finish(bench.volunteer, newHelp(helpId, { serviceMinutes: -5 }))).toMatchObject({
      outcome: 'refused',
      reason: 'invalid',
      field: 'serviceMinutes',
    });
    expect(states()).toEqual(['claimed', 'claimed', 'inProgress']);
  });

  it('is not for a volunteer to withdraw, nor for a worker of another grid', () => {
    const { bench, publish, withdraw } = setUp();
    publish();
    expect(withdraw(bench.volunteer)).toMatchObject({ outcome: 'refused', reason: 'notAllowed' });
    expect(withdraw(bench.secondWorker)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
  });
});
