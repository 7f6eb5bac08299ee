import { type FieldMap, specOf, toPhoneFields } from '@lianxin/domain';
import { allRows, createRandom, createTown, createWorld, type MemoryPhone } from '@lianxin/testkit';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from './property.ts';
import { makeAct } from './steps/intents.ts';
import { actionKinds } from './steps/step.ts';

/** What a person reads: every row with its values, whatever is only known to the server left out. */
const shownBy = (app: MemoryPhone): ReadonlyMap<string, FieldMap> =>
  new Map(
    allRows(app.view)
      // The claimer's card, the losing values and the history are the server's to make; a phone waits for them.
      .filter((row) => !['householdCard', 'conflict', 'fieldChange'].includes(row.table))
      .map((row) => [`${row.table}/${row.id}`, toPhoneFields(specOf(row.table), row.fields)]),
  );

it('shows at once what the server will make of it, when nobody else is there', { timeout: 600_000 }, async () => {
  const acts = fc.array(fc.record({ kind: fc.constantFrom(...actionKinds), pick: fc.nat(20) }), {
    minLength: 1,
    maxLength: 15,
  });
  await check(
    'preview',
    fc.asyncProperty(fc.nat(1_000_000), acts, async (worldSeed, given) => {
      const world = createWorld({
        seed: worldSeed,
        place: createTown({ doors: 2 }),
        people: (gridIds) => [
          { userId: 'user_worker_both0001', userName: '陈网格', posting: { gridIds, isVolunteer: false } },
        ],
      });
      world.heal();
      const phone = world.phones[0];
      if (phone === undefined) throw new Error('no phone');
      const random = createRandom(worldSeed);
      const newId = (): string =>
        `made_${Math.floor(random() * 2 ** 52)
          .toString(36)
          .padStart(16, '0')}`;
      for (const { kind, pick } of given) {
        const made = makeAct(kind, { phone: phone.app(), pick, newId, newValue: newId });
        if (made !== null) phone.app().save([made.intent]);
      }
      const before = shownBy(phone.app());
      world.heal();
      const refused = phone.app().state().attention;
      // A refused act may have been shown for a while; what was applied was shown as it is.
      if (refused.length === 0) expect(shownBy(phone.app())).toEqual(before);
    }),
    120,
  );
});
