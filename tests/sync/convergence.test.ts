import { specOf, toPhoneFields } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import { allRows, createRandom, grantedRows, type MemoryPhone, type World } from '@lianxin/testkit';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { expectPlaced } from './placement.ts';
import { check, seed } from './property.ts';
import type { Typed } from './steps/intents.ts';
import { opening, type Play, play, startPlay } from './steps/play.ts';
import { steps } from './steps/step.ts';

const byKey = (rows: readonly { readonly table: string; readonly id: string }[]) =>
  [...rows].sort((a, b) => (a.table + a.id < b.table + b.id ? -1 : 1));

const onPhone = (row: StoredRow) => ({
  table: row.table,
  id: row.id,
  rev: row.rev,
  buckets: [...row.buckets].sort(),
  fields: toPhoneFields(specOf(row.table), row.fields),
});

/** Every phone holds exactly what is granted, with the server's images, and shows nothing else. */
const expectConverged = (world: World): void => {
  for (const phone of world.phones) {
    const app = phone.app();
    const expected = byKey(grantedRows(world, phone.session.userId).map(onPhone));
    expect(byKey(allRows(app.confirmed).map(onPhone))).toEqual(expected);
    expect(byKey(allRows(app.view).map(onPhone))).toEqual(expected);
    expect(app.state().outbox).toEqual([]);
    expect(allRows(app.pending)).toEqual([]);
  }
};

/** Every saved mutation ended once; what was held or refused is where a person sees it, with its payload. */
const expectOneOutcomeEach = (game: Play): void => {
  const { mutations, effects } = game.world.server.space();
  const seen = new Set(
    game.world.phones.flatMap((phone) =>
      phone
        .app()
        .state()
        .attention.map((entry) => entry.id),
    ),
  );
  for (const id of game.saved()) {
    const stored = mutations.get(id);
    expect(stored, `mutation ${id} has no outcome`).toBeDefined();
    const isApplied = stored?.outcome.outcome === 'applied' || stored?.outcome.outcome === 'merged';
    expect(effects.get(id) ?? 0, `effects of ${stored?.name} ${id}`).toBe(isApplied ? 1 : 0);
    if (!isApplied)
      expect(seen.has(id), `${stored?.outcome.outcome} ${stored?.name} ${id} is shown to nobody`).toBe(true);
  }
};

/** No value a person typed vanishes: it is current, kept as a loser, kept with a held or refused mutation, or was on the screen of who wrote over it. */
const expectNoValueLost = (game: Play): void => {
  const { rows, mutations } = game.world.server.space();
  const current = new Set([...rows.values()].flatMap((row) => Object.values(row.fields)));
  const isApplied = (id: string): boolean => ['applied', 'merged'].includes(mutations.get(id)?.outcome.outcome ?? '');
  const replaced = new Set([...game.typed].filter(([id]) => isApplied(id)).flatMap(([, typed]) => sawOf(typed)));
  // Who saw their own refused value had seen before what that one was typed over.
  for (const value of replaced) {
    for (const [id, typed] of game.typed) {
      if (!isApplied(id) && typed.some((one) => one.value === value)) for (const saw of sawOf(typed)) replaced.add(saw);
    }
  }
  for (const [id, typed] of game.typed) {
    if (!game.saved().has(id) || !isApplied(id)) continue;
    for (const { value } of typed) {
      const isKept = value === '' || current.has(value) || replaced.has(value);
      expect(isKept, `${value} of ${mutations.get(id)?.name} ${id} is gone`).toBe(true);
    }
  }
};

const sawOf = (typed: readonly Typed[]): readonly string[] => typed.flatMap((one) => one.saw ?? []);

/** A person always sees their own newest value of a field that is still in the outbox, unless they decided otherwise since. */
const expectOwnWorkShown = ({ world }: Play): void => {
  for (const phone of world.phones) {
    const { view, state } = phone.app();
    if (state().outbox.some((entry) => entry.name === 'conflict.decide')) continue;
    const newest = new Map(
      state().outbox.flatMap((entry) =>
        entry.name === 'record.edit' ? [[keyOfEdit(entry.args), entry.args] as const] : [],
      ),
    );
    for (const args of newest.values()) {
      const { table, id, edits } = editArgs(args);
      const shown = view.row(table, id);
      if (shown !== undefined) expect(shown.fields[edits[0]?.field ?? '']).toBe(edits[0]?.to);
    }
  }
};

/** What the server acknowledged to a phone stays visible there: an entry leaves the outbox only for rows that are as new as its effect. */
const createFloorCheck = (): ((game: Play) => void) => {
  const floors = new WeakMap<MemoryPhone, Map<string, number>>();
  return ({ world }) => {
    for (const phone of world.phones) {
      const app = phone.app();
      const floor = floors.get(app) ?? new Map<string, number>();
      floors.set(app, floor);
      const edits = app.state().outbox.filter((entry) => entry.name === 'record.edit');
      const waiting = new Set(edits.map((entry) => rowOfEdit(entry.args)));
      for (const [key, rev] of floor) {
        if (waiting.has(key)) continue;
        const row = allRows(app.confirmed).find((candidate) => `${candidate.table}/${candidate.id}` === key);
        expect(row?.rev ?? rev, `the acknowledged edit of ${key} flickers away`).toBeGreaterThanOrEqual(rev);
        floor.delete(key);
      }
      for (const entry of edits) {
        if (entry.acknowledgedRev !== null) floor.set(rowOfEdit(entry.args), entry.acknowledgedRev);
      }
    }
  };
};

const editArgs = (args: unknown) =>
  args as {
    readonly table: 'person';
    readonly id: string;
    readonly edits: readonly { readonly field: string; readonly to: string }[];
  };
const rowOfEdit = (args: unknown): string => `${editArgs(args).table}/${editArgs(args).id}`;
const keyOfEdit = (args: unknown): string => `${rowOfEdit(args)}/${editArgs(args).edits[0]?.field}`;

it('converges without losing anything after any interleaving of work, loss, repetition, crashes, clones and new postings', {
  timeout: 600_000,
}, async () => {
  const scenario = fc.record({
    worldSeed: fc.nat(1_000_000),
    pageRows: fc.integer({ min: 4, max: 40 }),
    steps: steps({ minLength: 20, maxLength: 90 }),
  });
  await check(
    'convergence',
    fc.asyncProperty(scenario, async (given) => {
      const game = await startPlay(given.worldSeed, given.pageRows);
      await game.world.heal();
      await play(game, opening);
      await game.world.heal();
      const expectNoFlicker = createFloorCheck();
      await play(game, given.steps, () => {
        expectOwnWorkShown(game);
        expectNoFlicker(game);
      });
      await game.world.heal();
      expectConverged(game.world);
      expectPlaced(game.world);
      expectOneOutcomeEach(game);
      expectNoValueLost(game);
    }),
    250,
  );
});

it('plays the same world twice for the same seed', async () => {
  const random = createRandom(seed);
  const sample = fc.sample(steps({ minLength: 20, maxLength: 60 }), { seed, numRuns: 1 })[0] ?? [];
  const worldSeed = Math.floor(random() * 1_000);
  const run = async () => {
    const game = await startPlay(worldSeed, 5);
    await game.world.heal();
    await play(game, opening);
    await game.world.heal();
    await play(game, sample);
    await game.world.heal();
    return [...game.world.server.space().rows.values()];
  };
  expect(await run()).toEqual(await run());
});
