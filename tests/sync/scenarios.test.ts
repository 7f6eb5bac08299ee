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
  type World,
  type WorldPhone,
} from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const setUp = async () => {
  const world = await createWorld({
    seed: 42,
    people: ([first, second]) => [
      { userId: 'user_worker_00000001', userName: '陈网格', posting: { gridIds: [first], isVolunteer: false } },
      { userId: 'user_worker_00000002', userName: '林网格', posting: { gridIds: [first], isVolunteer: false } },
      { userId: 'user_volunteer_00001', userName: '冯热心', posting: { gridIds: [], isVolunteer: true } },
      { userId: 'user_volunteer_00002', userName: '郑帮忙', posting: { gridIds: [], isVolunteer: true } },
      { userId: 'user_worker_00000003', userName: '许网格', posting: { gridIds: [second], isVolunteer: false } },
    ],
  });
  await world.heal();
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

const save = async (phone: WorldPhone, ...intents: readonly Intent[]): Promise<void> => {
  const saved = await phone.app().save(intents);
  expect(saved.ok).toBe(true);
};

/** Carries one phone's round from beginning to end while the others stay offline. */
const syncAlone = async (world: World, phone: WorldPhone): Promise<void> => {
  phone.startRound();
  await world.settle();
  for (let count = 0; count < 500 && world.network.waiting() > 0; count += 1) {
    world.network.deliver(0);
    await world.settle();
  }
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
  it('makes a door’s whole family offline, through a restart, and lands on the server once', async () => {
    const { world, chen, lin, ids } = await setUp();
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
    await save(
      chen,
      { name: 'household.add', args: { household } },
      { name: 'member.add', args: { person, membership } },
    );
    await save(chen, { name: 'visit.log', args: { visit, needs } });
    await chen.crash();
    expect(chen.app().view.row('person', person.id)?.fields.name).toBe('𠮷䶮');
    await world.heal();
    expect(attentionOf(chen)).toEqual([]);
    expect(lin.app().view.rowsBy('membership', 'householdId', household.id)).toHaveLength(1);
    expect(lin.app().view.row('need', 'need_0000000000001')?.fields).toMatchObject({
      state: 'open',
      raisedByName: '陈网格',
    });
    expect([...world.server.space().effects.values()]).toEqual([1, 1, 1]);
  });

  it('counts a visit once although its answer was lost and it was sent again', async () => {
    const { world, chen, ids } = await setUp();
    await save(chen, {
      name: 'visit.log',
      args: { visit: newVisit('visit_000000000001', { dwellingId: ids.dwelling }), needs: [] },
    });
    chen.startRound();
    await world.settle();
    world.network.deliver(0, 'loseAnswer');
    await world.settle();
    expect(chen.lastResult()).toBe('failed');
    expect(chen.app().state().outbox).toHaveLength(1);
    await world.heal();
    expect(chen.app().state().outbox).toEqual([]);
    expect([...world.server.space().effects.values()]).toEqual([1]);
  });
});

describe('two phones and one household', () => {
  it('keep both values, show both names, and end with one decision', async () => {
    const { world, chen, lin, ids } = await setUp();
    await save(chen, editPhone(chen, ids.household, '111'));
    world.clock.advance(60_000);
    await save(lin, editPhone(lin, ids.household, '222'));
    await syncAlone(world, lin);
    await syncAlone(world, chen);
    await world.heal();
    const conflict = lin.app().view.all('conflict')[0];
    expect(conflict?.fields).toMatchObject({
      lostValue: '111',
      lostByName: '陈网格',
      wonByName: '林网格',
      state: 'open',
    });
    expect(chen.app().view.row('household', ids.household)?.fields.phone).toBe('222');
    await save(chen, { name: 'conflict.decide', args: { conflictId: conflict?.id ?? '', state: 'changed' } });
    expect(chen.app().view.row('household', ids.household)?.fields.phone).toBe('111');
    await world.heal();
    expect(lin.app().view.row('household', ids.household)?.fields.phone).toBe('111');
    expect(
      lin
        .app()
        .view.all('conflict')
        .map((row) => row.fields.state),
    ).toEqual(['changed']);
  });

  it('have no conflict when one edits twice offline and the other edits something else', async () => {
    const { world, chen, lin, ids } = await setUp();
    await save(chen, editPhone(chen, ids.household, '111'));
    await save(chen, editPhone(chen, ids.household, '222'));
    const shown = lin.app().view.row('household', ids.household);
    if (shown === undefined) throw new Error('no household');
    await save(lin, {
      name: 'record.edit',
      args: { table: 'household', id: ids.household, edits: [editCell(shown, 'note', '养狗')] },
    });
    await syncAlone(world, lin);
    await world.heal();
    expect(chen.app().view.all('conflict')).toEqual([]);
    expect(lin.app().view.row('household', ids.household)?.fields).toMatchObject({ phone: '222', note: '养狗' });
  });
});

describe('a wish on two volunteers’ phones', () => {
  const publish = async ({ world, chen, ids }: Awaited<ReturnType<typeof setUp>>) => {
    await save(chen, {
      name: 'need.raise',
      args: { need: newNeed('need_0000000000001', { dwellingId: ids.dwelling, householdId: ids.household }) },
    });
    await save(chen, {
      name: 'wish.publish',
      args: {
        wish: newWish('wish_0000000000001', { needId: 'need_0000000000001', noticeId: 'notice_00000000001' }),
        notice: newNotice('notice_00000000001'),
      },
    });
    await world.heal();
  };
  const claim: Intent = { name: 'wish.claim', args: { noticeId: 'notice_00000000001' } };

  it('goes to the first at the server; the other is told, and only the first phone gets the card', async () => {
    const setting = await setUp();
    await publish(setting);
    const { world, feng, zheng } = setting;
    await save(zheng, claim);
    await save(feng, claim);
    await syncAlone(world, feng);
    await world.heal();
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

  it('leaves no card behind when the help is done, and the worker sees the help and the need done', async () => {
    const setting = await setUp();
    await publish(setting);
    const { world, chen, feng } = setting;
    await save(feng, claim);
    await world.heal();
    await save(feng, {
      name: 'wish.finish',
      args: { noticeId: 'notice_00000000001', help: newHelp('help_0000000000001') },
    });
    await world.heal();
    expect(feng.app().view.all('householdCard')).toEqual([]);
    expect(chen.app().view.row('need', 'need_0000000000001')?.fields).toMatchObject({
      state: 'done',
      closedByHelpId: 'help_0000000000001',
    });
    expect(chen.app().view.row('help', 'help_0000000000001')?.fields.recorderName).toBe('冯热心');
  });
});

describe('a change of grids', () => {
  it('takes the old grid off the phone, keeps the unsent work, and says what became of it', async () => {
    const { world, chen, ids } = await setUp();
    await save(chen, {
      name: 'visit.log',
      args: { visit: newVisit('visit_000000000001', { dwellingId: ids.dwelling }), needs: [] },
    });
    world.server.post(chen.session.userId, { gridIds: [ids.otherGrid], isVolunteer: false });
    await world.heal();
    expect(chen.app().view.row('household', ids.household)).toBeUndefined();
    expect(chen.app().view.all('household').length).toBeGreaterThan(0);
    expect(chen.app().state().attention).toMatchObject([
      { outcome: 'held', reason: 'outOfScope', args: { visit: { id: 'visit_000000000001' } } },
    ]);
  });

  it('moves a household with its people from one worker’s phone to another’s', async () => {
    const { world, chen, xu, ids } = await setUp();
    world.server.post(chen.session.userId, { gridIds: [ids.grid, ids.otherGrid], isVolunteer: false });
    await world.heal();
    const door = world.place.grids[1].dwellingIds[0] ?? '';
    await save(chen, { name: 'household.move', args: { householdId: ids.household, dwellingId: door } });
    await syncAlone(world, chen);
    world.server.post(chen.session.userId, { gridIds: [ids.grid], isVolunteer: false });
    await world.heal();
    expect(chen.app().view.row('person', ids.person)).toBeUndefined();
    expect(xu.app().view.row('person', ids.person)?.fields.name).toBe('王建国');
    expect(xu.app().view.row('household', ids.household)?.fields.dwellingId).toBe(door);
  });
});
