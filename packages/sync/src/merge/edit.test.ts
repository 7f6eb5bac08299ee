import type { Json } from '@lianxin/domain';
import { createBench } from '@lianxin/testkit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellMark, creationMark, type MutationContext, mergeEdits, type StoredRow } from './index.ts';

const setUp = () => {
  const bench = createBench();
  const personId = bench.place.grids[0].personIds[0] ?? '';
  const edit = (
    to: Json,
    cell: { readonly field?: string; readonly on?: string | null; readonly seen: number },
    {
      by = bench.worker,
      ...stamp
    }: { readonly by?: typeof bench.worker; readonly id?: string; readonly at?: number } = {},
  ) => {
    const edits = [{ field: cell.field ?? 'phone', to, on: cell.on ?? null, seen: cell.seen }];
    return by.submit({ name: 'record.edit', args: { table: 'person', id: personId, edits } }, stamp);
  };
  const person = () => bench.row('person', personId);
  const conflicts = () => bench.rows('conflict');
  return { bench, personId, edit, person, conflicts };
};

describe('editing a value that its author saw', () => {
  it('is applied without a conflict when the row on screen is as new as the value', () => {
    const { edit, person, conflicts } = setUp();
    const { outcome, rev } = edit('111', { seen: 1 });
    expect(outcome).toBe('applied');
    expect(person()).toMatchObject({ rev, fields: { phone: '111' } });
    expect(conflicts()).toEqual([]);
  });

  it('is applied when another field changed meanwhile', () => {
    const { edit, person, conflicts } = setUp();
    edit('甲', { field: 'note', seen: 1 });
    expect(edit('111', { seen: 1 }).outcome).toBe('applied');
    expect(person().fields).toMatchObject({ note: '甲', phone: '111' });
    expect(conflicts()).toEqual([]);
  });

  it('is applied over the author’s own pending value, named by its mutation', () => {
    const { bench, edit, person, conflicts } = setUp();
    const first = bench.newId();
    edit('111', { seen: 1 }, { id: first });
    expect(edit('222', { seen: 1, on: first }).outcome).toBe('applied');
    expect(person().fields.phone).toBe('222');
    expect(conflicts()).toEqual([]);
  });

  it('changes nothing of anybody’s when an equal value is written without seeing', () => {
    const { edit, conflicts } = setUp();
    edit('111', { seen: 1 });
    expect(edit('111', { seen: 1 }).outcome).toBe('applied');
    expect(conflicts()).toEqual([]);
  });
});

describe('editing a value that its author did not see', () => {
  it('keeps the earlier value as the loser, with both names and times', () => {
    const { bench, edit, person, conflicts, personId } = setUp();
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    const first = bench.newId();
    edit('早', { seen: 1 }, { id: first, at: at + 1_000 });
    const late = edit('晚', { seen: 1 }, { by: bench.firstWorker, at: at + 2_000 });
    expect(late.outcome).toBe('merged');
    expect(person().fields.phone).toBe('晚');
    expect(conflicts()).toMatchObject([
      {
        rev: late.rev,
        buckets: person().buckets,
        fields: {
          table: 'person',
          rowId: personId,
          field: 'phone',
          lostValue: '早',
          lostByName: '陈网格',
          lostAt: at + 1_000,
          wonByName: '一网格',
          wonAt: at + 2_000,
          lostMutationId: first,
          state: 'open',
        },
      },
    ]);
  });

  it('loses to a later event time, and is kept although it arrived last', () => {
    const { bench, edit, person, conflicts } = setUp();
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    edit('晚', { seen: 1 }, { at: at + 2_000 });
    const late = edit('早', { seen: 1 }, { by: bench.firstWorker, at: at + 1_000 });
    expect(late.outcome).toBe('merged');
    expect(person()).toMatchObject({ rev: late.rev, fields: { phone: '晚' } });
    expect(conflicts()).toMatchObject([{ fields: { lostValue: '早', lostByName: '一网格', wonByName: '陈网格' } }]);
  });

  it('breaks a tie of times by the mutation id', () => {
    for (const [first, second, winner] of [
      ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', '后到'],
      ['bbbbbbbbbbbbbbbb', 'aaaaaaaaaaaaaaaa', '先到'],
    ] as const) {
      const { edit, person } = setUp();
      edit('先到', { seen: 1 }, { id: first });
      edit('后到', { seen: 1 }, { id: second });
      expect(person().fields.phone).toBe(winner);
    }
  });

  it('does not take a value as seen because the same phone wrote it', () => {
    const { bench, edit, conflicts } = setUp();
    edit('111', { seen: 1 });
    bench.clock.advance(1);
    expect(edit('222', { seen: 1, on: null }).outcome).toBe('merged');
    expect(conflicts()).toMatchObject([{ fields: { lostValue: '111' } }]);
  });

  it('keeps one loser per field of one mutation', () => {
    const { bench, edit, personId, conflicts } = setUp();
    edit('甲', { field: 'note', seen: 1 });
    edit('111', { seen: 1 });
    const edits = [
      { field: 'note', to: '乙', on: null, seen: 1 },
      { field: 'phone', to: '222', on: null, seen: 1 },
      { field: 'occupation', to: '木匠', on: null, seen: 1 },
    ];
    bench.clock.advance(1);
    expect(bench.worker.submit({ name: 'record.edit', args: { table: 'person', id: personId, edits } }).outcome).toBe(
      'merged',
    );
    expect(
      conflicts()
        .map((row) => row.fields.lostValue)
        .sort(),
    ).toEqual(['111', '甲']);
  });
});

describe('an edit that cannot be applied', () => {
  it.each([
    ['an unknown field', 'shoeSize', 42, 'shoeSize'],
    ['a value that does not fit', 'birthOn', '1980-02-30', 'birthOn'],
    ['a server-owned field', 'identityNumberState', 'registered', 'identityNumberState'],
    ['a prototype field', '__proto__', 'x', '__proto__'],
    ['a name of ten thousand characters', 'name', '长'.repeat(10_000), 'name'],
  ])('is refused for %s and changes nothing', (_, field, to, named) => {
    const { edit, person } = setUp();
    expect(edit(to, { field, seen: 1 })).toMatchObject({ outcome: 'refused', reason: 'invalid', field: named });
    expect(person().rev).toBe(1);
  });

  it('is refused whole when one of its fields does not fit', () => {
    const { bench, personId, person } = setUp();
    const edits = [
      { field: 'phone', to: '222', on: null, seen: 1 },
      { field: 'sex', to: 'x', on: null, seen: 1 },
    ];
    expect(bench.worker.submit({ name: 'record.edit', args: { table: 'person', id: personId, edits } })).toMatchObject({
      outcome: 'refused',
      field: 'sex',
    });
    expect(person().rev).toBe(1);
  });

  it('is refused for a row that is not there and held in somebody else’s grid', () => {
    const { bench, edit } = setUp();
    expect(edit('111', { seen: 1 }, { by: bench.secondWorker })).toMatchObject({
      outcome: 'held',
      reason: 'outOfScope',
    });
    const args = {
      table: 'person',
      id: 'person_nowhere_001',
      edits: [{ field: 'phone', to: '1', on: null, seen: 1 }],
    } as const;
    expect(bench.worker.submit({ name: 'record.edit', args: { ...args, edits: [...args.edits] } })).toMatchObject({
      reason: 'notFound',
    });
  });
});

describe('deciding a conflict', () => {
  const withConflict = () => {
    const setting = setUp();
    setting.bench.clock.advance(60_000);
    setting.edit('早', { seen: 1 }, { at: 1_000 });
    const { rev } = setting.edit('晚', { seen: 1 });
    const conflictId = setting.conflicts()[0]?.id ?? '';
    const decide = (state: 'kept' | 'changed', by = setting.bench.worker) =>
      by.submit({ name: 'conflict.decide', args: { conflictId, state } });
    return { ...setting, rev, conflictId, decide };
  };

  it('keeps what is there', () => {
    const { bench, conflictId, decide, person } = withConflict();
    const { outcome, rev } = decide('kept');
    expect(outcome).toBe('applied');
    expect(bench.row('conflict', conflictId)).toMatchObject({ rev, fields: { state: 'kept', lostValue: '早' } });
    expect(person().fields.phone).toBe('晚');
  });

  it('takes the other value instead, as an edit of somebody who saw both', () => {
    const { bench, conflictId, decide, person, conflicts } = withConflict();
    const { outcome, rev } = decide('changed', bench.firstWorker);
    expect(outcome).toBe('applied');
    expect(person()).toMatchObject({ rev, fields: { phone: '早' }, marks: { phone: { userName: '一网格', rev } } });
    expect(bench.row('conflict', conflictId).fields.state).toBe('changed');
    expect(conflicts()).toHaveLength(1);
  });

  it('keeps a third value that came after the conflict and that the decider may not have seen', () => {
    const { decide, edit, rev, conflicts, person, bench } = withConflict();
    edit('第三', { seen: rev });
    bench.clock.advance(1);
    expect(decide('changed').outcome).toBe('merged');
    expect([person().fields.phone, ...conflicts().map((row) => row.fields.lostValue)].sort()).toEqual(
      ['早', '早', '第三'].sort(),
    );
  });

  it('takes a third value as seen when it was on the decider’s screen', () => {
    const { bench, conflictId, edit, rev, conflicts, person } = withConflict();
    const third = edit('第三', { seen: rev });
    const args = { conflictId, state: 'changed', seen: third.rev } as const;
    expect(bench.worker.submit({ name: 'conflict.decide', args }).outcome).toBe('applied');
    expect(person().fields.phone).toBe('早');
    expect(conflicts()).toHaveLength(1);
  });

  it('happens once', () => {
    const { decide } = withConflict();
    decide('kept');
    expect(decide('changed')).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
  });

  it('is refused for one that is not there and held in somebody else’s grid', () => {
    const { bench, decide } = withConflict();
    const args = { conflictId: 'conflict_nowhere_1', state: 'kept' } as const;
    expect(bench.worker.submit({ name: 'conflict.decide', args })).toMatchObject({ reason: 'notFound' });
    expect(decide('kept', bench.secondWorker)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
  });
});

describe('merging edits', () => {
  const mark = (rev: number, at: number, name: string): CellMark => ({
    rev,
    mutationId: name,
    userId: name,
    userName: name,
    at,
  });
  const row: StoredRow = {
    table: 'person',
    id: 'person_0000000001',
    rev: 1,
    buckets: [],
    deleted: false,
    fields: { phone: 'v0' },
    marks: { [creationMark]: mark(1, 0, 'import') },
  };
  const context = (rev: number, at: number, id: string): MutationContext => ({
    side: 'server',
    communityId: 'c',
    mutationId: id,
    userId: id,
    userName: id,
    eventAt: at,
    receivedAt: at,
    hasClockSkew: false,
    rev,
    newId: () => 'unused',
  });

  it('never loses a typed value: it is current, kept as a loser, or was seen by who wrote over it', () => {
    const writes = fc.array(fc.record({ at: fc.nat(20), sawBack: fc.nat(4), namesOwn: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(writes, (steps) => {
        // Every version of the row that somebody may have had on screen.
        const versions: StoredRow[] = [row];
        const kept = new Set<Json>();
        const seenAndReplaced = new Set<Json>();
        for (const [index, step] of steps.entries()) {
          const shown = versions[Math.max(0, versions.length - 1 - step.sawBack)] ?? row;
          const current = versions.at(-1) ?? row;
          const on = step.namesOwn ? (shown.marks.phone?.mutationId ?? null) : null;
          const merged = mergeEdits(context(index + 2, step.at, `m${index}`), current, [
            { field: 'phone', to: `v${index + 1}`, on, seen: shown.rev },
          ]);
          for (const lost of merged.lost) kept.add(lost.value);
          seenAndReplaced.add(shown.fields.phone ?? null);
          versions.push(merged.row);
        }
        const values = ['v0', ...steps.map((_, index) => `v${index + 1}`)];
        const current = versions.at(-1)?.fields.phone;
        return values.every((value) => value === current || kept.has(value) || seenAndReplaced.has(value));
      }),
    );
  });

  it('gives a cell to the latest event among those who did not see each other, in whatever order they arrive', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1_000), { minLength: 2, maxLength: 8 }), (times) => {
        const final = times.reduce(
          (current, at, index) =>
            mergeEdits(context(index + 2, at + 1, `m${index}`), current, [
              { field: 'phone', to: `at${at}`, on: null, seen: 1 },
            ]).row,
          row,
        );
        return final.fields.phone === `at${Math.max(...times)}`;
      }),
    );
  });
});
