import { describe, expect, it } from 'vitest';
import { createWorkbookReader } from './workbook-reader.ts';

describe('the workbook reader', () => {
  it('reads in a thread of its own and turns too many at once away', async () => {
    const read = createWorkbookReader();
    const file = new TextEncoder().encode('楼栋,单元,房号,户主,姓名,与户主关系\n1号楼,1单元,101,王建国,王建国,户主');
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => read({ file, mapping: [] })));
    expect(results.map((result) => result.ok)).toEqual([true, true, true, true, false]);
    expect(results[4]).toEqual({ ok: false, error: { code: 'busy', detail: 'imports' } });
  }, 60_000);
});
