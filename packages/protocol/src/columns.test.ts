import type { FieldMap } from '@lianxin/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromColumns, toColumn, toColumns } from './columns.ts';

const cell = fc.oneof(
  fc.constantFrom<null | string | boolean | number>(null, '见到', '无人', true, false, 0, -1),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer()),
);
const rows = fc.array(fc.record({ a: cell, b: cell, 备注: cell }), { maxLength: 40 });

describe('columns', () => {
  it('hold exactly the rows they were made of, also after they have travelled', () => {
    fc.assert(
      fc.property(rows, (made: readonly FieldMap[]) => {
        const travelled = JSON.parse(JSON.stringify(toColumns(made)));
        expect(fromColumns(travelled, made.length)).toEqual(JSON.parse(JSON.stringify(made)));
      }),
    );
  });

  it('say once what all rows say, and numbers by their differences', () => {
    expect(toColumn(['met', 'met', 'met'])).toEqual({ same: 'met' });
    expect(toColumn([1_700_000_000, 1_700_000_060, 1_700_000_050])).toEqual({ steps: [1_700_000_000, 60, -10] });
    expect(toColumn(['met', null, 'met', 'met'])).toEqual({ words: ['met', null], at: [0, 1, 0, 0] });
    expect(toColumn(['a', 'b', 'c'])).toEqual({ each: ['a', 'b', 'c'] });
  });
});
