import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredRow } from '../merge/index.ts';
import { answerFrom, createRowIndex, overlayView } from './row-index.ts';

const need = (id: string, dwellingId: string | null, more: Partial<StoredRow> = {}): StoredRow => ({
  table: 'need',
  id,
  rev: 1,
  buckets: ['grid:g1'],
  deleted: false,
  fields: { dwellingId, householdId: null, detail: id },
  marks: {},
  ...more,
});

const idsOf = (rows: readonly StoredRow[]): readonly string[] => rows.map((row) => row.id).sort();

describe('rows in memory', () => {
  it('are found by id, by what they point to and by bucket', () => {
    const index = createRowIndex();
    index.put(need('n1', 'd1'));
    index.put(need('n2', 'd1', { buckets: ['grid:g2'] }));
    expect(index.row('need', 'n1')?.fields.detail).toBe('n1');
    expect(idsOf(index.rowsBy('need', 'dwellingId', 'd1'))).toEqual(['n1', 'n2']);
    expect(idsOf(index.inBucket('grid:g2'))).toEqual(['n2']);
    expect(index.row('visit', 'n1')).toBeUndefined();
  });

  it('are found where they point now, not where they pointed before', () => {
    const index = createRowIndex();
    index.put(need('n1', 'd1'));
    index.put(need('n1', 'd2'));
    expect(index.rowsBy('need', 'dwellingId', 'd1')).toEqual([]);
    index.put(need('n1', null));
    expect(index.rowsBy('need', 'dwellingId', 'd2')).toEqual([]);
    index.remove('need', 'n1');
    expect(index.all('need')).toEqual([]);
  });

  it('answer by index as a search through all of them would', () => {
    const step = fc.record({
      id: fc.constantFrom('n1', 'n2', 'n3'),
      to: fc.option(fc.constantFrom('d1', 'd2')),
      removes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat({ max: 30 }), (steps, firstAsked) => {
        const index = createRowIndex();
        for (const [at, { id, to, removes }] of steps.entries()) {
          // What is counted at the first question must be kept right from then on.
          if (at === firstAsked) index.rowsBy('need', 'dwellingId', 'd1');
          if (removes) index.remove('need', id);
          else index.put(need(id, to));
        }
        for (const dwellingId of ['d1', 'd2']) {
          const searched = index.all('need').filter((row) => row.fields.dwellingId === dwellingId);
          expect(idsOf(index.rowsBy('need', 'dwellingId', dwellingId))).toEqual(idsOf(searched));
        }
      }),
    );
  });
});

describe('pending rows over confirmed ones', () => {
  const layers = () => {
    const base = createRowIndex();
    const pending = createRowIndex();
    base.put(need('n1', 'd1'));
    base.put(need('n2', 'd1'));
    return { base, pending, view: overlayView(base, pending) };
  };

  it('replace the confirmed row, also under what it pointed to', () => {
    const { pending, view } = layers();
    pending.put(need('n1', 'd2'));
    expect(idsOf(view.rowsBy('need', 'dwellingId', 'd1'))).toEqual(['n2']);
    expect(idsOf(view.rowsBy('need', 'dwellingId', 'd2'))).toEqual(['n1']);
    expect(idsOf(view.all('need'))).toEqual(['n1', 'n2']);
  });

  it('hide a confirmed row when they delete it', () => {
    const { pending, view } = layers();
    pending.put(need('n1', 'd1', { deleted: true }));
    expect(view.row('need', 'n1')).toBeUndefined();
    expect(idsOf(view.all('need'))).toEqual(['n2']);
    expect(idsOf(view.rowsBy('need', 'dwellingId', 'd1'))).toEqual(['n2']);
  });

  it('are gone when they are cleared', () => {
    const { pending, view } = layers();
    pending.put(need('n3', 'd1'));
    pending.clear();
    expect(idsOf(view.rowsBy('need', 'dwellingId', 'd1'))).toEqual(['n1', 'n2']);
  });

  it('answer a rule’s questions', () => {
    const { pending, view } = layers();
    pending.put(need('n3', 'd1'));
    const answer = answerFrom(view);
    expect(idsOf(answer({ type: 'rowsBy', table: 'need', field: 'dwellingId', value: 'd1' }))).toEqual([
      'n1',
      'n2',
      'n3',
    ]);
    expect(idsOf(answer({ type: 'row', table: 'need', id: 'n3' }))).toEqual(['n3']);
    expect(answer({ type: 'row', table: 'need', id: 'n4' })).toEqual([]);
  });
});
