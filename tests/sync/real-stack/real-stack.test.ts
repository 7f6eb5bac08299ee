import 'fake-indexeddb/auto';
import { isRecordName, recordNames, specOf, toPhoneFields } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { digestText } from '@lianxin/sync/merge';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDigests, wrongDigests } from '../../../apps/api/src/store/sqlite/bucket-digests.ts';
import { check } from '../property.ts';
import { commands, type Model, type Real } from './commands.ts';
import { openRealPhone, type RealPhone } from './real-phone.ts';
import { buildTown, type Stack, startStack } from './stack.ts';

interface SqlRow {
  readonly [column: string]: string | number | null;
}

const select = (stack: Stack, sql: string, ...values: readonly string[]): SqlRow[] =>
  stack.started.core.reader.sqlite.prepare<string[], SqlRow>(sql).all(...values);

/** Everything a person is granted, read from the feed and the tables and not from an answer. */
const grantedRows = ({ stack, town }: Real, buckets: readonly string[]) =>
  buckets
    .flatMap((bucket) =>
      select(
        stack,
        `SELECT "table", row_id FROM feed WHERE community_id = ? AND bucket = ? AND op = 'put'`,
        town.communityId,
        bucket,
      ).map((line) => ({ bucket, table: String(line['table']), id: String(line['row_id']) })),
    )
    .reduce((rows, { bucket, table, id }) => {
      const row = isRecordName(table) ? stack.started.core.reader.rows.read(town.communityId, table, id) : undefined;
      if (row === undefined) throw new Error(`the feed names a ${table} that is not there`);
      const known = rows.get(`${table}/${id}`);
      const image = { table, id, rev: row.rev, fields: toPhoneFields(specOf(row.table), row.fields) };
      return rows.set(`${table}/${id}`, { ...image, buckets: [...(known?.buckets ?? []), bucket].sort() });
    }, new Map<string, { readonly buckets: readonly string[]; readonly [key: string]: unknown }>());

const rowsOf = (view: RowView) =>
  new Map(
    recordNames
      .flatMap((table) => view.all(table))
      .map((row) => [
        `${row.table}/${row.id}`,
        {
          table: row.table,
          id: row.id,
          rev: row.rev,
          buckets: [...row.buckets].sort(),
          fields: toPhoneFields(specOf(row.table), row.fields),
        },
      ]),
  );

const bucketsOf = (model: Model, real: Real, index: number): readonly string[] => {
  const { town } = real;
  const accountId = real.phones[index]?.person.accountId ?? '';
  const grids = index === 2 ? [] : town.gridIds.filter((_, grid) => ((model.postings[index] ?? 0) & (1 << grid)) !== 0);
  if (index !== 2 && grids.length === 0) return [];
  return [`community:${town.communityId}`, `user:${accountId}`, ...grids.map((gridId) => `grid:${gridId}`)];
};

/** Lets every request under way have its turn, then carries everything until nothing is left to say. */
const heal = async (real: Real): Promise<void> => {
  await Promise.all(real.rounds.splice(0));
  for (let pass = 0; pass < 2; pass += 1) {
    for (const phone of real.phones) {
      await phone.register().reload();
      await phone.round('none');
    }
  }
};

const expectConverged = (model: Model, real: Real): void => {
  const { stack, town } = real;
  const digests = createDigests(stack.started.core.writer.sqlite);
  expect(wrongDigests(stack.started.core.reader.sqlite)).toEqual([]);
  for (const [index, phone] of real.phones.entries()) {
    const { confirmed, view, state } = phone.register();
    const buckets = bucketsOf(model, real, index);
    const { outbox, meta } = state();
    if (buckets.length === 0) {
      // Nobody is posted: the phone is told to forget, and its work was handed in before.
      expect(rowsOf(confirmed).size).toBe(0);
    } else {
      const granted = grantedRows(real, buckets);
      expect(rowsOf(confirmed)).toEqual(granted);
      expect(rowsOf(view)).toEqual(granted);
      for (const bucket of buckets)
        expect(digestText(confirmed.digest(bucket))).toBe(digestText(digests.read(town.communityId, bucket)));
    }
    expect(outbox.map((entry) => entry.name)).toEqual([]);
    expect(meta.repaired).toEqual([]);
  }
};

/** Every saved mutation has exactly one outcome; what was not applied is where its author sees it, and what is not backed up is kept. */
const expectOneOutcomeEach = (model: Model, real: Real): void => {
  const { stack, town } = real;
  const log = new Map(
    select(stack, 'SELECT id, outcome, rev FROM mutations WHERE community_id = ?', town.communityId).map((row) => [
      String(row['id']),
      row,
    ]),
  );
  const safe = Number(select(stack, 'SELECT safe FROM spaces WHERE community_id = ?', town.communityId)[0]?.['safe']);
  for (const [id, { phone, name }] of model.saved) {
    const stored = log.get(id);
    expect(stored, `${name} ${id} never arrived`).toBeDefined();
    const { attention, kept } = real.phones[phone]?.register().state() ?? { attention: [], kept: [] };
    const isApplied = stored?.['outcome'] === 'applied' || stored?.['outcome'] === 'merged';
    if (!isApplied) expect(attention.map((entry) => entry.id)).toContain(id);
    if (Number(stored?.['rev']) > safe) expect(kept.map((entry) => entry.id)).toContain(id);
  }
  const applied = select(
    stack,
    `SELECT count(*) AS n FROM mutations WHERE community_id = ? AND name = 'visit.log' AND outcome IN ('applied', 'merged')`,
    town.communityId,
  )[0];
  const visits = select(stack, 'SELECT count(*) AS n FROM visits WHERE community_id = ?', town.communityId)[0];
  expect(visits?.['n']).toBe(applied?.['n']);
};

it('holds what was saved on real phones over the real server, whatever comes between', {
  timeout: 600_000,
}, async () => {
  const stack = await startStack();
  await check(
    'real stack',
    fc.asyncProperty(fc.scheduler(), commands, async (scheduler, given) => {
      const town = await buildTown(stack);
      const turn = (label: string): Promise<void> => scheduler.schedule(Promise.resolve(), label);
      const complaints: string[] = [];
      const setting = { stack, communityId: town.communityId, turn, complaints };
      const phones: RealPhone[] = [];
      for (const [index, person] of stack.people.entries())
        phones.push(await openRealPhone(person, { ...setting, skewMs: [0, 7_200_000, -90_000][index] ?? 0 }));
      const real: Real = { stack, town, phones, rounds: [] };
      const model: Model = { saved: new Map(), postings: [3, 1, 0] };
      try {
        await scheduler.waitFor(heal(real));
        await fc.scheduledModelRun(scheduler, () => ({ model, real }), given);
        await scheduler.waitFor(heal(real));
        expectConverged(model, real);
        expectOneOutcomeEach(model, real);
        expect(complaints).toEqual([]);
      } finally {
        for (const phone of phones) phone.close();
      }
    }),
    30,
  );
});
