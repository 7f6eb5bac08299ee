import { authorFields, specOf } from '@lianxin/domain';
import { createRowIndex, overlayView, type RowView, rebase } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import { allRows, createIds, createWorld, type World } from '@lianxin/testkit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from './property.ts';
import { makeAct } from './steps/intents.ts';
import { actionKinds } from './steps/step.ts';

const startWorld = async (seed: number): Promise<World> =>
  createWorld({
    seed,
    people: ([first, second]) => [
      { userId: 'user_worker_both0001', userName: '陈网格', posting: { gridIds: [first, second], isVolunteer: false } },
    ],
  });

const acts = fc.array(fc.record({ kind: fc.constantFrom(...actionKinds), pick: fc.nat(20) }), {
  minLength: 3,
  maxLength: 25,
});

/** Does what there is something to do it with; `after` is called when it is saved. */
const work = async (
  world: World,
  given: { readonly seed: number; readonly acts: readonly { kind: (typeof actionKinds)[number]; pick: number }[] },
  after: () => Promise<void> | void = () => {},
): Promise<void> => {
  const newId = createIds(given.seed, 'made');
  for (const { kind, pick } of given.acts) {
    const app = world.phones[0]?.app();
    const made = app === undefined ? null : makeAct(kind, { phone: app, pick, newId, newValue: () => `值${newId()}` });
    if (made === null) continue;
    await app?.save([made.intent]);
    await after();
  }
};

const sorted = (rows: readonly StoredRow[]): readonly StoredRow[] =>
  [...rows].sort((a, b) => (a.table + a.id < b.table + b.id ? -1 : 1));

/** What a person wrote, without what the server adds: times, names, revs. */
const written = (view: RowView) =>
  sorted(allRows(view))
    .filter(({ table }) => !['conflict', 'householdCard', 'heldWork', 'fieldChange'].includes(table))
    .map(({ table, id, fields }) => ({
      table,
      id,
      fields: Object.fromEntries(authorFields(specOf(table)).map((name) => [name, fields[name] ?? null])),
    }));

const scenario = fc.record({ seed: fc.nat(1_000_000), acts });

describe('laying pending work over confirmed rows', () => {
  it('shows the confirmed rows and nothing else when nothing is pending', async () => {
    const world = await startWorld(1);
    await world.heal();
    const app = world.phones[0]?.app();
    if (app === undefined) throw new Error('a world without a phone');
    const pending = createRowIndex();
    rebase(app.confirmed, pending, [], app.author);
    expect(allRows(pending)).toEqual([]);
    expect(sorted(allRows(overlayView(app.confirmed, pending)))).toEqual(sorted(allRows(app.confirmed)));
    expect(allRows(app.confirmed).length).toBeGreaterThan(10);
  });

  it('one by one as it is saved shows the same as all of it laid over afresh, and afresh twice the same', async () => {
    await check(
      'rebase',
      fc.asyncProperty(scenario, async (given) => {
        const world = await startWorld(given.seed);
        await world.heal();
        await work(world, given, () => {
          const app = world.phones[0]?.app();
          if (app === undefined) throw new Error('a world without a phone');
          const [once, twice] = [createRowIndex(), createRowIndex()];
          rebase(app.confirmed, once, app.state().outbox, app.author);
          rebase(app.confirmed, twice, app.state().outbox, app.author);
          expect(sorted(allRows(once))).toEqual(sorted(allRows(app.pending)));
          expect(sorted(allRows(twice))).toEqual(sorted(allRows(once)));
        });
      }),
      60,
    );
  });

  it('changes nothing of what one person wrote when the server has taken it and nobody else wrote', async () => {
    await check(
      'acknowledgement',
      fc.asyncProperty(scenario, async (given) => {
        const world = await startWorld(given.seed);
        await world.heal();
        await work(world, given);
        const app = world.phones[0]?.app();
        const before = written(app?.view ?? createRowIndex());
        await world.heal();
        const refused = app?.state().attention ?? [];
        fc.pre(refused.length === 0);
        expect(app?.state().outbox).toEqual([]);
        expect(written(app?.view ?? createRowIndex())).toEqual(before);
      }),
      60,
    );
  });
});
