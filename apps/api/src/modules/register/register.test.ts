import { overviewAnswerSchema, registerAnswerSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { startDemoApp } from '../../testing/test-demo.ts';

describe('the register at the desk', () => {
  it('lists doors in walking order, page by page, masked', async () => {
    const { admin, townId } = await startDemoApp();
    const pages = [];
    for (let after: string | null = '0'; after !== null; ) {
      const page = registerAnswerSchema.parse(
        await (await admin.request('GET', `/register?community=${townId}&after=${after}`)).json(),
      );
      pages.push(page);
      after = page.next;
    }
    const all = pages.flatMap((page) => page.households);
    expect(all.length).toBe(pages[0]?.total);
    expect(all[0]?.address).toBe('石榴园小区 1号楼 1单元 101');
    const text = JSON.stringify(all);
    expect(text).not.toMatch(/1999\d{7}/);
    expect(
      all.filter((household) => household.headName !== null).every((household) => household.headName?.includes('*')),
    ).toBe(true);
  });

  it('searches literally, so that % and quotes find nothing they are not in', async () => {
    const { admin, townId } = await startDemoApp();
    const totalOf = async (search: string): Promise<number> => {
      const answer = await admin.request('GET', `/register?community=${townId}&search=${encodeURIComponent(search)}`);
      return registerAnswerSchema.parse(await answer.json()).total;
    };
    expect(await totalOf('王')).toBeGreaterThan(0);
    for (const search of ['%', '_', "' OR 1=1--", '\\', 'NEAR(', '*']) expect(await totalOf(search)).toBe(0);
  });

  it('counts what a community holds', async () => {
    const { admin, townId } = await startDemoApp();
    const overview = overviewAnswerSchema.parse(
      await (await admin.request('GET', `/overview?community=${townId}`)).json(),
    );
    expect(overview.counts).toMatchObject({ dwellings: 168, openWishes: 3, held: 0 });
    expect(overview.grids.map((grid) => grid.dwellings)).toEqual([120, 48]);
    expect(overview.grids.every((grid) => grid.visitedWithin30Days <= grid.visitedWithin90Days)).toBe(true);
  });
});
