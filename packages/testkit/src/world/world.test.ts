import { describe, expect, it } from 'vitest';
import { createVillage, newVisit } from '../index.ts';
import { allRows, createWorld, grantedRows } from './world.ts';

const worker = (userId: string, gridIds: readonly string[]) => ({
  userId,
  userName: '陈网格',
  posting: { gridIds, isVolunteer: false },
});

const villageWorld = (seed: number) =>
  createWorld({
    seed,
    place: createVillage(),
    people: (grids) => [worker('user_worker_00000001', grids), worker('user_worker_00000002', [grids[0]])],
  });

describe('a world', () => {
  it('gives every phone what it is granted once it heals', () => {
    const world = villageWorld(7);
    world.heal();
    for (const phone of world.phones) {
      expect(phone.lastResult()).toBe('settled');
      expect(allRows(phone.app().confirmed)).toHaveLength(grantedRows(world, phone.session.userId).length);
    }
  });

  it('moves nothing by itself: a saved visit waits until its request is delivered', () => {
    const world = villageWorld(7);
    world.heal();
    const [mine, theirs] = world.phones;
    const dwellingId = world.place.grids[0].dwellingIds[0] ?? '';
    mine
      ?.app()
      .save([{ name: 'visit.log', args: { visit: newVisit('visit_000000000001', { dwellingId }), needs: [] } }]);
    mine?.startRound();
    expect([world.network.waiting(), world.server.space().mutations.size]).toEqual([1, 0]);
    world.heal();
    expect(theirs?.app().view.row('visit', 'visit_000000000001')?.fields.visitorName).toBe('陈网格');
  });

  it('keeps what was committed when the app dies in the commit, and forgets what was not', () => {
    const world = villageWorld(7);
    world.heal();
    const phone = world.phones[0];
    const dwellingId = world.place.grids[0].dwellingIds[0] ?? '';
    const save = (id: string) =>
      phone?.app().save([{ name: 'visit.log', args: { visit: newVisit(id, { dwellingId }), needs: [] } }]);
    phone?.app().store.failNextCommit('before');
    expect(() => save('visit_000000000001')).toThrow('before');
    phone?.crash();
    phone?.app().store.failNextCommit('after');
    expect(() => save('visit_000000000002')).toThrow('after');
    phone?.crash();
    expect(
      phone
        ?.app()
        .view.all('visit')
        .map((row) => row.id),
    ).toEqual(['visit_000000000002']);
    world.heal();
    expect(world.server.space().rows.has('visit/visit_000000000002')).toBe(true);
  });

  it('lets a cloned phone and its original both land everything', () => {
    const world = villageWorld(7);
    world.heal();
    const original = world.phones[0];
    if (original === undefined) throw new Error('no phone');
    const dwellingId = world.place.grids[0].dwellingIds[0] ?? '';
    const save = (phone: typeof original, id: string) =>
      phone.app().save([{ name: 'visit.log', args: { visit: newVisit(id, { dwellingId }), needs: [] } }]);
    save(original, 'visit_000000000001');
    const clone = world.clonePhone(original);
    save(original, 'visit_000000000002');
    save(clone, 'visit_000000000003');
    world.heal();
    expect([1, 2, 3].map((n) => world.server.space().rows.has(`visit/visit_00000000000${n}`))).toEqual([
      true,
      true,
      true,
    ]);
    expect(clone.app().state().meta.replicaId).not.toBe(original.app().state().meta.replicaId);
  });

  it('goes on after the server starts another epoch, with rows and pending work complete', () => {
    const world = villageWorld(7);
    world.heal();
    const phone = world.phones[0];
    const dwellingId = world.place.grids[0].dwellingIds[0] ?? '';
    phone
      ?.app()
      .save([{ name: 'visit.log', args: { visit: newVisit('visit_000000000001', { dwellingId }), needs: [] } }]);
    world.server.restartEpoch();
    world.heal();
    expect(phone?.app().state()).toMatchObject({
      outbox: [],
      attention: [],
      meta: { epoch: world.server.space().epoch },
    });
    expect(allRows(phone?.app().confirmed ?? { all: () => [] })).toHaveLength(
      grantedRows(world, 'user_worker_00000001').length,
    );
  });

  it('takes a phone’s rows when its owner is posted nowhere any more, and hands over the visit that was not sent', () => {
    const world = villageWorld(7);
    world.heal();
    const phone = world.phones[0];
    const dwellingId = world.place.grids[0].dwellingIds[0] ?? '';
    phone
      ?.app()
      .save([{ name: 'visit.log', args: { visit: newVisit('visit_000000000001', { dwellingId }), needs: [] } }]);
    world.server.post('user_worker_00000001', null);
    world.heal();
    expect(phone?.app().state()).toMatchObject({
      outbox: [],
      attention: [{ outcome: 'handedOver', reason: 'handedOver', args: { visit: { id: 'visit_000000000001' } } }],
    });
    expect(allRows(phone?.app().view ?? { all: () => [] })).toEqual([]);
  });
});
