import { recordNames, referenceFields, specOf } from '@lianxin/domain';
import { is, Table } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { openTestStore } from '../../../testing/test-store.ts';
import * as accountTables from './account-tables.ts';
import * as deskTables from './desk-tables.ts';
import { columnName, tableNames } from './record-table.ts';
import * as recordTables from './record-tables.ts';
import * as syncTables from './sync-tables.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

const tables = [accountTables, deskTables, recordTables, syncTables].flatMap((module) =>
  Object.values(module).filter((value) => is(value, SQLiteTable)),
);

describe('the migrated database', () => {
  const { core } = openTestStore();
  const columnsOf = (table: string): Column[] =>
    core.writer.sqlite.prepare<[], Column>(`SELECT name, type, pk FROM pragma_table_info('${table}')`).all();

  it('has a table for every record type with exactly the declared columns, in whatever order they came', () => {
    for (const name of recordNames) {
      const declared = Object.entries(specOf(name).fields).map(([field, spec]) => [
        columnName(field),
        spec.column === 'integer' || spec.column === 'boolean' ? 'INTEGER' : 'TEXT',
      ]);
      const fixed = ['community_id', 'id', 'rev', 'buckets', 'deleted', 'marks'];
      const found = columnsOf(tableNames[name]);
      expect(
        found
          .filter((column) => !fixed.includes(column.name))
          .map(({ name: column, type }) => [column, type.toUpperCase()]),
      ).toEqual(expect.arrayContaining(declared));
      expect(found.length).toBe(declared.length + fixed.length);
      expect(found.filter((column) => column.pk > 0).map((column) => column.name)).toEqual(['community_id', 'id']);
    }
  });

  it('finds the rows that point to a record by an index', () => {
    for (const name of recordNames) {
      for (const field of referenceFields(specOf(name))) {
        const query = `EXPLAIN QUERY PLAN SELECT * FROM ${tableNames[name]} WHERE community_id = 'a' AND "${columnName(field)}" = 'b'`;
        const plan = core.writer.sqlite.prepare<[], { readonly detail: string }>(query).all();
        expect(plan.map((step) => step.detail).join()).toContain(`${tableNames[name]}_by_${columnName(field)}`);
      }
    }
  });

  it('is what the schema says, so that no migration was forgotten', () => {
    for (const table of tables) {
      if (!is(table, Table)) continue;
      const config = getTableConfig(table);
      const declared = config.columns.map((column) => column.name).sort();
      expect(
        columnsOf(config.name)
          .map((column) => column.name)
          .sort(),
      ).toEqual(expect.arrayContaining(declared));
    }
    const stored = core.writer.sqlite.prepare(
      "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__drizzle_migrations'",
    );
    expect(stored.pluck().get()).toBe(tables.length);
  });
});
