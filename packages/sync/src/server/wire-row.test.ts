import { isServerOnly, recordNames, specOf } from '@lianxin/domain';
import { describe, expect, it } from 'vitest';
import type { StoredRow } from '../merge/index.ts';
import { toWireRow } from './wire-row.ts';

const entry = { bucket: 'grid:a', table: 'person', rowId: 'person_0000000001', rev: 9, op: 'put' as const };
const row: StoredRow = {
  table: 'person',
  id: 'person_0000000001',
  rev: 9,
  buckets: ['grid:a'],
  deleted: false,
  fields: { name: '王建国', identityNumberSealed: '密', retainUntil: '2031-01-01' },
  marks: {},
};

describe('a row on the wire', () => {
  it('carries what a phone may see and nothing else', () => {
    expect(toWireRow(entry, row)).toEqual({
      table: 'person',
      id: 'person_0000000001',
      rev: 9,
      op: 'put',
      fields: { name: '王建国' },
    });
  });

  it.each(['out', 'deleted'] as const)('carries no values when it is %s', (op) => {
    expect(toWireRow({ ...entry, op }, row)).toEqual({
      table: 'person',
      id: 'person_0000000001',
      rev: 9,
      op,
      fields: null,
    });
  });

  it('travels as deleted when there is no such row any more', () => {
    expect(toWireRow(entry, undefined)).toMatchObject({ op: 'deleted', fields: null });
    expect(toWireRow(entry, { ...row, deleted: true })).toMatchObject({ op: 'deleted', fields: null });
    expect(toWireRow({ ...entry, table: 'pact' }, row)).toMatchObject({ op: 'deleted', fields: null });
  });

  it.each(recordNames)('never carries a sealed or governance value of %s', (table) => {
    const spec = specOf(table);
    const fields = Object.fromEntries(Object.keys(spec.fields).map((name) => [name, `canary ${name}`]));
    const wire = toWireRow({ ...entry, table }, { ...row, table, fields });
    const hidden = Object.entries(spec.fields)
      .filter(([, field]) => isServerOnly(field))
      .map(([name]) => name);
    expect(Object.keys(wire.fields ?? {})).toEqual(Object.keys(spec.fields).filter((name) => !hidden.includes(name)));
    for (const name of hidden) expect(JSON.stringify(wire)).not.toContain(`canary ${name}`);
  });
});
