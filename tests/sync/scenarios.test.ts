import { editCell, type Intent } from '@lianxin/sync/client';
import {
  createWorld,
  newHelp,
  newHousehold,
  newMembership,
  newNeed,
  newNotice,
  newPerson,
  newVisit,
  newWish,
  type WorldPhone,
} from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const setUp = () => {
  const world = createWorld({
    seed: 42,
    people: ([first, second]) => [
      { userId: 'user_worker_00000001', userName: '陈网格', posting: { gridIds: [first], isVolunteer: false } },
      { userId: 'user_worker_00000002', userName: '林网格', posting: { gridIds: [first], isVolunteer: false } },
      { userId: 'user_volunteer_00001', userName: '冯热心', posting: { gridIds: [], isVolunteer: true } },
      { userId: 'user_volunteer_00002', userName: '郑帮忙', posting: { gridIds: [], isVolunteer: true } },
      { userId: 'user_worker_00000003', userName: '许网格', posting: { gridIds: [second], isVolunteer: false } },
    ],
  });
  world.heal();
  const [chen, lin, feng, zheng, xu] = world.phones;
  if (chen === undefined || lin === undefined || feng === undefined || zheng === undefined || xu === undefined)
    throw new Error('five phones');
  const [grid, other] = world.place.grids;
  const ids = {
    dwelling: grid.dwellingIds[0] ?? '',
    household: grid.householdIds[0] ?? '',
    person: grid.personIds[0] ?? '',
    grid: grid.gridId,
    otherGrid: other.gridId,
  };
  return { world, chen, lin, feng, zheng, xu, ids };
};

type Setting = ReturnType<typeof setUp>;

const save = (phone: WorldPhone, ...intents: readonly Intent[]): void => {
  const saved = phone.app().save(intents);
  expect(saved.ok).toBe(true);
};

const editPhone = (phone: WorldPhone, id: string, to: string): Intent => {
  const shown = phone.app().view.row('household', id);
  if (shown === undefined) throw new Error('no household on screen');
  return { name: 'record.edit', args: { table: 'household', id, edits: [editCell(shown, 'phone', to)] } };
};

const attentionOf = (phone: WorldPhone) =>
  phone
    .app()
    .state()
    .attention.map(({ name, outcome, reason }) => ({ name, outcome, reason }));

describe('a round in a stairwell without signal', () => {
  it('makes a door’s whole family offline, through a restart, and lands on the server once', () => {
    const { world, chen, lin, ids } = setUp();
    const household = newHousehold('household_new_0001', { dwellingId: ids.dwelling });
    const person = newPerson('person_newcomer_01', { name: '𠮷䶮', phone: null });
    const membership = newMembership('membership_newcom1', { personId: person.id, householdId: household.id });
    const visit = newVisit('visit_000000000001', { dwellingId: ids.dwelling, householdId: household.id });
    const needs = [
      newNeed('need_0000000000001', {
        dwellingId: ids.dwelling,
        householdId: household.id,
        personId: person.id,
        raisedByVisitId: visit.id,
      }),
    ];
    save(chen, { name: 'household.add', args: { household } }, { name: 'member.add', args: { person, membership } });
    save(chen, { name: 'visit.log', args: { visit, needs } });
    chen.crash();
    expect(chen.app().view.row('person', person.id)?.fields.name).toBe('𠮷䶮');
    world.heal();
    expect(attentionOf(chen)).toEqual([]);
    expect(lin.app().view.rowsBy('membership', 'householdId', household.id)).toHaveLength(1);
    expect(lin.app().view.row('need', 'need_0000000000001')?.fields).toMatchObject({
      state: 'open',
      raisedByName: '陈网格',
    });
    expect([...world.server.space().effects.values()]).toEqual([1, 1, 1]);
  });

  it('counts a visit once although its answer was lost and it was sent again', () => {
    const { world, chen, ids } = setUp();
    save(chen, {
      name: 'visit.log',
      args: { visit: newVisit('visit_000000000001', { dwellingId: ids.dwelling }), needs: [] },
    });
    chen.startRound();
    world.network.deliver(0, 'loseAnswer');
    expect(chen.lastResult()).toBe('failed');
    expect(chen.app().state().outbox).toHaveLength(1);
    world.heal();
    expect(chen.app().state().outbox).toEqual([]);
    expect([...world.server.space().effects.values()]).toEqual([1]);
  });
});

describe('two phones and one household', () => {
  it('keep both values, show both names, and end with one decision', () => {
    const { world, chen, lin, ids } = setUp();
    save(chen, editPhone(chen, ids.household, '111'));
    world.clock.advance(60_000);
    save(lin, editPhone(lin, ids.household, '222'));
    lin.syncAlone();
    chen.syncAlone();
    world.heal();
    const conflict = lin.app().view.all('conflict')[0];
    expect(conflict?.fields).toMatchObject({
      lostValue: '111',
      lostByName: '陈网格',
      wonByName: '林网格',
      state: 'open',
    });
    expect(chen.app().view.row('household', ids.household)?.fields.phone).toBe('222');
    save(chen, { name: 'conflict.decide', args: { conflictId: conflict?.id ?? '', state: 'changed' } });
    expect(chen.app().view.row('household', ids.household)?.fields.phone).toBe('111');
    world.heal();
    expect(lin.app().view.row('household', ids.household)?.fields.phone).toBe('111');
    expect(
      lin
        .app()
        .view.all('conflict')
        .map((row) => row.fields.state),
    ).toEqual(['changed']);
  });

  it('have no conflict when one edits twice offline and the other edits something else', () => {
    const { world, chen, lin, ids } = setUp();
    save(chen, editPhone(chen, ids.household, '111'));
    save(chen, editPhone(chen, ids.household, '222'));
    const shown = lin.app().view.row('household', ids.household);
    if (shown === undefined) throw new Error('no household');
    save(lin, {
      name: 'record.edit',
      args: { table: 'household', id: ids.household, edits: [editCell(shown, 'note', '养狗')] },
    });
    lin.syncAlone();
    world.heal();
    expect(chen.app().view.all('conflict')).toEqual([]);
    expect(lin.app().view.row('household', ids.household)?.fields).toMatchObject({ phone: '222', note: '养狗' });
  });
});

describe('a wish on two volunteers’ phones', () => {
  const publish = ({ world, chen, ids }: Setting) => {
    save(chen, {
      name: 'need.raise',
      args: { need: newNeed('need_0000000000001', { dwellingId: ids.dwelling, householdId: ids.household }) },
    });
    save(chen, {
      name: 'wish.publish',
      args: {
        wish: newWish('wish_0000000000001', { needId: 'need_0000000000001', noticeId: 'notice_00000000001' }),
        notice: newNotice('notice_00000000001'),
      },
    });
    world.heal();
  };
  const claim: Intent = { name: 'wish.claim', args: { noticeId: 'notice_00000000001' } };

  it('goes to the first at the server; the other is told, and only the first phone gets the card', () => {
    const setting = setUp();
    publish(setting);
    const { world, feng, zheng } = setting;
    save(zheng, claim);
    save(feng, claim);
    feng.syncAlone();
    world.heal();
    expect(attentionOf(zheng)).toEqual([{ name: 'wish.claim', outcome: 'refused', reason: 'alreadyClaimed' }]);
    expect(attentionOf(feng)).toEqual([]);
    expect(
      feng
        .app()
        .view.all('householdCard')
        .map((card) => card.fields.contactName),
    ).toEqual(['王建国']);
    expect(zheng.app().view.all('householdCard')).toEqual([]);
  });

  it('leaves no card behind when the help is done, and the worker sees the help and the need done', () => {
    const setting = setUp();
    publish(setting);
    const { world, chen, feng } = setting;
    save(feng, claim);
    world.heal();
    save(feng, {
      name: 'wish.finish',
      args: { noticeId: 'notice_00000000001', help: newHelp('help_0000000000001') },
    });
    world.heal();
    expect(feng.app().view.all('householdCard')).toEqual([]);
    expect(chen.app().view.row('need', 'need_0000000000001')?.fields).toMatchObject({
      state: 'done',
      closedByHelpId: 'help_0000000000001',
    });
    expect(chen.app().view.row('help', 'help_0000000000001')?.fields.recorderName).toBe('冯热心');
  });
});

describe('a change of grids', () => {
  const visitAt = (id: string, dwellingId: string): Intent => ({
    name: 'visit.log',
    args: { visit: newVisit(id, { dwellingId }), needs: [] },
  });
  /** Sends 陈网格 to the other grid while the phone is away; 林网格 stays in the old one. */
  const sendAway = ({ world, chen, ids }: Setting): void => {
    world.clock.advance(60_000);
    world.server.post(chen.session.userId, { gridIds: [ids.otherGrid], isVolunteer: false });
    world.clock.advance(60_000);
  };

  it('takes the old grid off the phone after its work is with the new worker: the visit counts, the edit waits', () => {
    const setting = setUp();
    const { world, chen, lin, ids } = setting;
    save(chen, visitAt('visit_000000000001', ids.dwelling), editPhone(chen, ids.household, '19990000111'));
    sendAway(setting);
    chen.syncAlone();
    const { outbox, attention, meta } = chen.app().state();
    expect(outbox).toEqual([]);
    expect(Object.keys(meta.have)).not.toContain(`grid:${ids.grid}`);
    expect(chen.app().view.inBucket(`grid:${ids.grid}`)).toEqual([]);
    expect(chen.app().view.row('household', ids.household)).toBeUndefined();
    expect(attention).toMatchObject([
      { name: 'visit.log', outcome: 'handedOver', reason: 'handedOver' },
      { name: 'record.edit', outcome: 'held', reason: 'outOfScope' },
    ]);
    world.heal();
    expect(lin.app().view.row('visit', 'visit_000000000001')?.fields.visitorName).toBe('陈网格');
    const [held] = lin.app().view.all('heldWork');
    expect(held?.fields).toMatchObject({ authorName: '陈网格', state: 'open', mutationName: 'record.edit' });
    const seen = lin.app().view.row('household', ids.household)?.rev ?? 0;
    save(lin, { name: 'held.decide', args: { heldId: held?.id ?? '', state: 'taken', seen } });
    world.heal();
    expect(lin.app().view.row('household', ids.household)?.fields.phone).toBe('19990000111');
    expect(lin.app().view.all('heldWork')[0]?.fields).toMatchObject({ state: 'taken', decidedByName: '林网格' });
  });

  it('keeps what is written between the last push and the forgetting, and hands it in with the next round', () => {
    const setting = setUp();
    const { world, chen, lin, ids } = setting;
    save(chen, visitAt('visit_000000000001', ids.dwelling));
    sendAway(setting);
    chen.startRound();
    world.network.deliver(0);
    expect(
      chen
        .app()
        .state()
        .outbox.filter((entry) => entry.acknowledgedRev === null),
    ).toEqual([]);
    save(chen, editPhone(chen, ids.household, '19990000222'), visitAt('visit_000000000002', ids.dwelling));
    world.network.deliver(0);
    expect(chen.app().view.row('dwelling', ids.dwelling)).toBeUndefined();
    // What was acknowledged stays until the new grid is here whole; what was written meanwhile waits to be sent.
    const unsent = chen
      .app()
      .state()
      .outbox.filter((entry) => entry.acknowledgedRev === null);
    expect(unsent.map(({ name }) => name)).toEqual(['record.edit', 'visit.log']);
    chen.crash();
    world.heal();
    expect(chen.app().state().outbox).toEqual([]);
    expect(attentionOf(chen).map(({ name, outcome }) => [name, outcome])).toEqual([
      ['visit.log', 'handedOver'],
      ['record.edit', 'held'],
      ['visit.log', 'held'],
    ]);
    expect(
      lin
        .app()
        .view.all('heldWork')
        .map((row) => row.fields.mutationName),
    ).toEqual(['record.edit', 'visit.log']);
  });

  it('holds everything of an account that was disabled with work in its queue, for the grid’s worker to take', () => {
    const { world, chen, lin, ids } = setUp();
    const household = newHousehold('household_new_0001', { dwellingId: ids.dwelling });
    const person = newPerson('person_newcomer_01');
    const membership = newMembership('membership_newcom1', { personId: person.id, householdId: household.id });
    save(chen, { name: 'household.add', args: { household } }, { name: 'member.add', args: { person, membership } });
    save(chen, visitAt('visit_000000000001', ids.dwelling));
    world.server.setDisabled(chen.session.userId, true);
    world.heal();
    expect(attentionOf(chen).map(({ reason }) => reason)).toEqual(Array(3).fill('accountDisabled'));
    const held = lin.app().view.all('heldWork');
    expect(held.map((row) => row.fields.mutationName)).toEqual(['household.add', 'member.add', 'visit.log']);
    for (const { id } of held) save(lin, { name: 'held.decide', args: { heldId: id, state: 'taken' } });
    world.heal();
    expect(attentionOf(lin)).toEqual([]);
    expect(lin.app().view.rowsBy('membership', 'householdId', household.id)).toHaveLength(1);
    expect(lin.app().view.row('visit', 'visit_000000000001')?.fields.visitorName).toBe('陈网格');
  });

  it('lets a decision find its question again after the server was restored from an older backup', () => {
    const setting = setUp();
    const { world, chen, lin, ids } = setting;
    world.server.backUp();
    save(chen, editPhone(chen, ids.household, '19990000111'));
    sendAway(setting);
    world.heal();
    const heldId = lin.app().view.all('heldWork')[0]?.id ?? '';
    save(lin, { name: 'held.decide', args: { heldId, state: 'taken' } });
    world.heal();
    world.restore();
    expect(world.server.space().rows.get(`heldWork/${heldId}`)).toBeUndefined();
    world.heal();
    expect(lin.app().view.row('heldWork', heldId)?.fields.state).toBe('taken');
    expect(lin.app().view.row('household', ids.household)?.fields.phone).toBe('19990000111');
  });

  it('gives a household that moved what was seen at its old door before', () => {
    const { world, chen, lin, xu, ids } = setUp();
    const needs = [newNeed('need_0000000000001', { dwellingId: ids.dwelling, householdId: ids.household })];
    const visit = newVisit('visit_000000000001', { dwellingId: ids.dwelling, householdId: ids.household });
    save(chen, { name: 'visit.log', args: { visit, needs } });
    save(chen, editPhone(chen, ids.household, '19990000111'));
    world.clock.advance(60_000);
    world.server.post(lin.session.userId, { gridIds: [ids.grid, ids.otherGrid], isVolunteer: false });
    lin.syncAlone();
    const door = world.place.grids[1].dwellingIds[0] ?? '';
    save(lin, { name: 'household.move', args: { householdId: ids.household, dwellingId: door } });
    lin.syncAlone();
    world.heal();
    expect(attentionOf(chen).map(({ name, outcome }) => [name, outcome])).toEqual([
      ['visit.log', 'handedOver'],
      ['record.edit', 'held'],
    ]);
    expect(chen.app().view.row('household', ids.household)).toBeUndefined();
    expect(chen.app().view.row('visit', visit.id)).toBeUndefined();
    expect(xu.app().view.row('visit', visit.id)?.fields.visitorName).toBe('陈网格');
    expect(xu.app().view.row('need', 'need_0000000000001')?.fields.state).toBe('open');
    expect(
      xu
        .app()
        .view.all('heldWork')
        .map((row) => row.fields.subjectId),
    ).toEqual([ids.household]);
  });

  it('moves a household with its people from one worker’s phone to another’s', () => {
    const { world, chen, xu, ids } = setUp();
    world.server.post(chen.session.userId, { gridIds: [ids.grid, ids.otherGrid], isVolunteer: false });
    world.heal();
    const door = world.place.grids[1].dwellingIds[0] ?? '';
    save(chen, { name: 'household.move', args: { householdId: ids.household, dwellingId: door } });
    chen.syncAlone();
    world.server.post(chen.session.userId, { gridIds: [ids.grid], isVolunteer: false });
    world.heal();
    expect(chen.app().view.row('person', ids.person)).toBeUndefined();
    expect(xu.app().view.row('person', ids.person)?.fields.name).toBe('王建国');
    expect(xu.app().view.row('household', ids.household)?.fields.dwellingId).toBe(door);
  });
});
