import {
  type BenchAuthor,
  createBench,
  newDwelling,
  newHelp,
  newHousehold,
  newMembership,
  newNeed,
  newNotice,
  newPerson,
  newVisit,
  newWish,
} from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const setUp = () => {
  const bench = createBench();
  const [grid, other] = bench.place.grids;
  const ids = {
    dwelling: grid.dwellingIds[0] ?? '',
    household: grid.householdIds[0] ?? '',
    person: grid.personIds[0] ?? '',
    elsewhere: other.dwellingIds[0] ?? '',
  };
  const [here, there] = [`grid:${grid.gridId}`, `grid:${other.gridId}`];
  /** Sends the worker of the first grid to the second; somebody else works the first from now on. */
  const reassign = (): BenchAuthor => {
    bench.clock.advance(60_000);
    bench.server.post(bench.firstWorker.session.userId, { gridIds: [other.gridId], isVolunteer: false });
    bench.clock.advance(60_000);
    return bench.worker;
  };
  const editPhone = (author: BenchAuthor, to: string, stamp: { readonly id?: string; readonly at?: number } = {}) =>
    author.submit(
      {
        name: 'record.edit',
        args: {
          table: 'household',
          id: ids.household,
          edits: [{ field: 'phone', to, on: null, seen: bench.row('household', ids.household).rev }],
        },
      },
      stamp,
    );
  const decide = (author: BenchAuthor, heldId: string, state: 'taken' | 'dropped', seen?: number) =>
    author.submit({ name: 'held.decide', args: { heldId, state, ...(seen === undefined ? {} : { seen }) } });
  const held = () => bench.rows('heldWork');
  const phone = () => bench.row('household', ids.household).fields.phone;
  return { bench, ids, here, there, grid, other, reassign, editPhone, decide, held, phone };
};

const visitId = 'visit_000000000001';
const heldId = 'mutation_held_0001';

describe('an edit of somebody who has left the grid', () => {
  it('asks whoever works the grid now, with every word of it', () => {
    const { bench, here, reassign, editPhone, held, phone } = setUp();
    const before = phone();
    reassign();
    expect(editPhone(bench.firstWorker, '19990000111', { id: heldId })).toMatchObject({
      outcome: 'held',
      reason: 'outOfScope',
    });
    expect(phone()).toBe(before);
    expect(held()).toMatchObject([
      {
        id: heldId,
        buckets: [here],
        fields: {
          mutationName: 'record.edit',
          authorName: '一网格',
          reason: 'outOfScope',
          state: 'open',
          args: { edits: [{ field: 'phone', to: '19990000111' }] },
        },
      },
    ]);
  });

  it('taken, wins over what the decider had on screen, and leaves no second version', () => {
    const { bench, ids, reassign, editPhone, decide, phone } = setUp();
    const successor = reassign();
    editPhone(bench.firstWorker, '19990000111', { id: heldId });
    expect(decide(successor, heldId, 'taken', bench.row('household', ids.household).rev).outcome).toBe('applied');
    expect(phone()).toBe('19990000111');
    expect(bench.rows('conflict')).toEqual([]);
    expect(bench.row('heldWork', heldId).fields).toMatchObject({ state: 'taken', decidedByName: '陈网格' });
  });

  it('taken, keeps a value that the decider had not seen as the other version', () => {
    const { bench, ids, reassign, editPhone, decide, phone } = setUp();
    const successor = reassign();
    editPhone(bench.firstWorker, '19990000111', { id: heldId });
    const seen = bench.row('household', ids.household).rev;
    editPhone(successor, '19990000222');
    bench.clock.advance(1_000);
    expect(decide(successor, heldId, 'taken', seen).outcome).toBe('merged');
    expect(phone()).toBe('19990000111');
    expect(bench.rows('conflict').map((row) => row.fields.lostValue)).toEqual(['19990000222']);
  });

  it('taken without a word on what was seen, runs over nothing that came after it was held', () => {
    const { bench, ids, reassign, editPhone, decide } = setUp();
    const successor = reassign();
    editPhone(bench.firstWorker, '19990000111', { id: heldId });
    editPhone(successor, '19990000222');
    successor.submit({ name: 'household.move', args: { householdId: ids.household, dwellingId: ids.elsewhere } });
    expect(bench.row('heldWork', heldId).rev).toBe(bench.row('household', ids.household).rev);
    bench.clock.advance(1_000);
    expect(decide(successor, heldId, 'taken').outcome).toBe('merged');
    expect(bench.rows('conflict').map((row) => row.fields.lostValue)).toEqual(['19990000222']);
  });

  it('not taken, changes nothing and stays with who decided', () => {
    const { bench, reassign, editPhone, decide, phone } = setUp();
    const before = phone();
    const successor = reassign();
    editPhone(bench.firstWorker, '19990000111', { id: heldId });
    expect(decide(successor, heldId, 'dropped').outcome).toBe('applied');
    expect(phone()).toBe(before);
    expect(bench.row('heldWork', heldId).fields).toMatchObject({ state: 'dropped', decidedByName: '陈网格' });
  });

  it('waits as well when its author only volunteers by now', () => {
    const { bench, reassign, editPhone, held } = setUp();
    reassign();
    bench.server.post(bench.firstWorker.session.userId, { gridIds: [], isVolunteer: true });
    expect(editPhone(bench.firstWorker, '19990000111')).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(held()).toHaveLength(1);
  });

  it('goes along when its household moves to another grid, where it is decided', () => {
    const { bench, ids, there, reassign, editPhone, decide, phone } = setUp();
    const successor = reassign();
    editPhone(bench.firstWorker, '19990000111', { id: heldId });
    successor.submit({ name: 'household.move', args: { householdId: ids.household, dwellingId: ids.elsewhere } });
    expect(bench.row('heldWork', heldId).buckets).toEqual([there]);
    expect(decide(bench.secondWorker, heldId, 'taken').outcome).toBe('applied');
    expect(phone()).toBe('19990000111');
  });
});

describe('who decides on held work', () => {
  it.each(['volunteer', 'stranger', 'firstWorker'] as const)('is not %s', (who) => {
    const { bench, reassign, editPhone, decide, phone } = setUp();
    const before = phone();
    reassign();
    editPhone(bench.firstWorker, '19990000111', { id: heldId });
    expect(['refused', 'held']).toContain(decide(bench[who], heldId, 'taken').outcome);
    expect(bench.row('heldWork', heldId).fields.state).toBe('open');
    expect(phone()).toBe(before);
    expect(bench.rows('heldWork')).toHaveLength(1);
  });

  it('is one person: the second is told', () => {
    const { bench, reassign, editPhone, decide, phone } = setUp();
    const successor = reassign();
    editPhone(bench.firstWorker, '19990000111', { id: heldId });
    decide(successor, heldId, 'dropped');
    const before = phone();
    expect(decide(successor, heldId, 'taken')).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
    expect(phone()).toBe(before);
  });

  it('is nobody for what is not there', () => {
    const { bench, decide } = setUp();
    expect(decide(bench.worker, 'mutation_nowhere_1', 'taken')).toMatchObject({
      outcome: 'refused',
      reason: 'notFound',
    });
  });
});

describe('work of a disabled account', () => {
  const disabled = () => {
    const setting = setUp();
    const { bench } = setting;
    const { firstWorker: leaver, worker: successor } = bench;
    bench.server.setDisabled(leaver.session.userId, true);
    const logVisit = (more: Parameters<typeof newVisit>[1] = {}) =>
      leaver.submit(
        {
          name: 'visit.log',
          args: { visit: newVisit(visitId, { dwellingId: setting.ids.dwelling, ...more }), needs: [] },
        },
        { id: heldId },
      );
    return { ...setting, leaver, successor, logVisit };
  };

  it('asks the grid about a visit, which taken keeps its author and its hour', () => {
    const { bench, here, leaver, successor, logVisit, decide, held } = disabled();
    const at = bench.clock.now();
    expect(logVisit()).toMatchObject({ outcome: 'held', reason: 'accountDisabled' });
    expect(held()).toMatchObject([{ buckets: [here], fields: { reason: 'accountDisabled', authorName: '一网格' } }]);
    bench.clock.advance(7_200_000);
    expect(decide(successor, heldId, 'taken').outcome).toBe('applied');
    expect(bench.row('visit', visitId).fields).toMatchObject({
      visitorName: '一网格',
      visitedBy: leaver.session.userId,
      visitedAt: at,
      recordedAt: at,
    });
  });

  it('asks about a new household and its people, which are taken one after another', () => {
    const { bench, ids, here, leaver, successor, decide, held } = disabled();
    const household = newHousehold('household_new_0001', { dwellingId: ids.dwelling });
    const person = newPerson('person_newcomer_01');
    const membership = newMembership('membership_newcom1', { personId: person.id, householdId: household.id });
    leaver.submit({ name: 'household.add', args: { household } }, { id: 'mutation_held_0001' });
    leaver.submit({ name: 'member.add', args: { person, membership } }, { id: 'mutation_held_0002' });
    expect(held().map((row) => row.buckets)).toEqual([[here], [here]]);
    expect(decide(successor, 'mutation_held_0002', 'taken')).toMatchObject({ outcome: 'refused', reason: 'notFound' });
    expect(bench.row('heldWork', 'mutation_held_0002').fields.state).toBe('open');
    expect(decide(successor, 'mutation_held_0001', 'taken').outcome).toBe('applied');
    expect(decide(successor, 'mutation_held_0002', 'taken').outcome).toBe('applied');
    expect(bench.row('person', person.id).buckets).toEqual([here]);
  });

  it('asks the grid of a wish about a volunteer’s help', () => {
    const { bench, ids, here, held } = disabled();
    const needId = 'need_0000000000001';
    const noticeId = 'notice_00000000001';
    bench.worker.submit({ name: 'need.raise', args: { need: newNeed(needId, { dwellingId: ids.dwelling }) } });
    bench.worker.submit({
      name: 'wish.publish',
      args: { wish: newWish('wish_0000000000001', { needId, noticeId }), notice: newNotice(noticeId) },
    });
    bench.volunteer.submit({ name: 'wish.claim', args: { noticeId } });
    bench.server.setDisabled(bench.volunteer.session.userId, true);
    bench.volunteer.submit(
      { name: 'wish.finish', args: { noticeId, help: newHelp('help_0000000000001') } },
      { id: heldId },
    );
    expect(held()).toMatchObject([{ buckets: [here], fields: { authorName: '冯热心' } }]);
    const before = bench.row('need', needId).fields.state;
    bench.worker.submit({ name: 'held.decide', args: { heldId, state: 'taken' } });
    expect([before, bench.row('need', needId).fields.state]).toEqual(['inProgress', 'done']);
    expect(bench.row('help', 'help_0000000000001').fields.recorderName).toBe('冯热心');
  });

  it('that can no longer be applied is refused with the reason, stays open, and can be dropped', () => {
    const { bench, successor, logVisit, decide } = disabled();
    logVisit({ voidOf: 'visit_nowhere_0001' });
    expect(decide(successor, heldId, 'taken')).toMatchObject({ outcome: 'refused', reason: 'notFound' });
    expect(bench.row('heldWork', heldId).fields.state).toBe('open');
    expect(decide(successor, heldId, 'dropped').outcome).toBe('applied');
  });

  it('about nothing of any grid is kept on the server alone', () => {
    const { bench, leaver, held } = disabled();
    expect(leaver.submit({ name: 'help.log', args: { help: newHelp('help_0000000000001') } }).outcome).toBe('held');
    expect(held()).toEqual([]);
    expect(
      [...bench.server.space().mutations.values()].filter(({ outcome }) => outcome.outcome === 'held'),
    ).toHaveLength(1);
  });

  it('cannot be a decision on held work: that would only repeat the question', () => {
    const { bench, leaver, logVisit, held } = disabled();
    logVisit();
    expect(leaver.submit({ name: 'held.decide', args: { heldId, state: 'taken' } })).toMatchObject({
      outcome: 'refused',
      reason: 'accountDisabled',
    });
    expect(held()).toHaveLength(1);
    expect(bench.row('heldWork', heldId).fields.state).toBe('open');
  });
});

describe('what was seen at a door before its grid changed hands', () => {
  it('is taken in under the name of who saw it, and is the new worker’s', () => {
    const { bench, ids, here, reassign } = setUp();
    const at = bench.clock.now();
    reassign();
    const visit = newVisit(visitId, { dwellingId: ids.dwelling, householdId: ids.household });
    const needs = [newNeed('need_0000000000001', { dwellingId: ids.dwelling, householdId: ids.household })];
    expect(bench.firstWorker.submit({ name: 'visit.log', args: { visit, needs } }, { at })).toMatchObject({
      outcome: 'applied',
      reason: 'handedOver',
    });
    expect(bench.row('visit', visitId)).toMatchObject({ buckets: [here], fields: { visitorName: '一网格' } });
    expect(bench.row('need', 'need_0000000000001').buckets).toEqual([here]);
  });

  it('is held when it was seen after the posting had ended', () => {
    const { bench, ids, reassign, held } = setUp();
    reassign();
    const visit = newVisit(visitId, { dwellingId: ids.dwelling });
    expect(bench.firstWorker.submit({ name: 'visit.log', args: { visit, needs: [] } }).outcome).toBe('held');
    expect(held()).toHaveLength(1);
  });

  it('is held as a whole when it happened in a household that is held itself', () => {
    const { bench, ids, reassign, decide, held } = setUp();
    const at = bench.clock.now();
    const successor = reassign();
    const household = newHousehold('household_new_0001', { dwellingId: ids.dwelling });
    bench.firstWorker.submit({ name: 'household.add', args: { household } }, { id: 'mutation_held_0001', at });
    const visit = newVisit(visitId, { dwellingId: ids.dwelling, householdId: household.id });
    expect(
      bench.firstWorker.submit({ name: 'visit.log', args: { visit, needs: [] } }, { id: 'mutation_held_0002', at }),
    ).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(held()).toHaveLength(2);
    decide(successor, 'mutation_held_0001', 'taken');
    expect(decide(successor, 'mutation_held_0002', 'taken').outcome).toBe('applied');
    expect(bench.row('visit', visitId).fields).toMatchObject({ visitorName: '一网格', visitedAt: at });
  });
});

describe('a household that moved to another grid meanwhile', () => {
  const moved = () => {
    const setting = setUp();
    const { bench, ids } = setting;
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    bench.worker.submit({ name: 'household.move', args: { householdId: ids.household, dwellingId: ids.elsewhere } });
    bench.clock.advance(60_000);
    const who = { dwellingId: ids.dwelling, householdId: ids.household };
    const visit = newVisit(visitId, who);
    const needs = [newNeed('need_0000000000001', { ...who, personId: ids.person })];
    return { ...setting, at, intent: { name: 'visit.log' as const, args: { visit, needs } } };
  };

  it('gets what was seen at its old door before, which is handed over', () => {
    const { bench, there, at, intent } = moved();
    expect(bench.firstWorker.submit(intent, { at })).toMatchObject({ outcome: 'applied', reason: 'handedOver' });
    expect(bench.row('visit', visitId).buckets).toEqual([there]);
    expect(bench.row('need', 'need_0000000000001').buckets).toEqual([there]);
  });

  it('gets nothing unasked that was written after it had moved; its new grid decides', () => {
    const { bench, there, intent, decide } = moved();
    expect(bench.firstWorker.submit(intent, { id: heldId })).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(bench.row('heldWork', heldId).buckets).toEqual([there]);
    expect(decide(bench.secondWorker, heldId, 'taken').outcome).toBe('applied');
    expect(bench.row('visit', visitId).buckets).toEqual([there]);
  });

  it('does not become a way to name somebody of another grid in a need', () => {
    const { bench, ids, there, at, other } = moved();
    const need = newNeed('need_0000000000001', { dwellingId: ids.dwelling, personId: other.personIds[0] ?? '' });
    expect(bench.firstWorker.submit({ name: 'need.raise', args: { need } }, { at, id: heldId })).toMatchObject({
      outcome: 'held',
      reason: 'outOfScope',
    });
    expect(bench.row('heldWork', heldId).buckets).toContain(there);
  });
});

describe('work that this server does not know yet', () => {
  it('is shown to the grid of the record it names, and applied once it is known', () => {
    const { bench, ids, here, held } = setUp();
    bench.firstWorker.submit({ name: 'pact.sign' as never, args: { dwellingId: ids.dwelling } as never });
    expect(held()).toMatchObject([{ buckets: [here], fields: { reason: 'unknownMutation' } }]);
  });

  it('cannot be taken before', () => {
    const { bench, ids, decide } = setUp();
    bench.firstWorker.submit(
      {
        name: 'pact.sign' as never,
        args: { dwelling: newDwelling(ids.dwelling, { unitId: 'x' }), dwellingId: ids.dwelling } as never,
      },
      { id: heldId },
    );
    expect(decide(bench.firstWorker, heldId, 'taken')).toMatchObject({ outcome: 'refused', reason: 'unknownMutation' });
    expect(bench.row('heldWork', heldId).fields.state).toBe('open');
  });
});
