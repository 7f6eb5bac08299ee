import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decoders, parseGrids } from '../../testing/ledger-testing.ts';
import { readWorkbook } from './read-workbook.ts';

const people = async (file: string) => {
  const grids = await readWorkbook(readFileSync(new URL(`./fixtures/${file}`, import.meta.url)), { decoders });
  if (!grids.ok) throw new Error(grids.error.type);
  return parseGrids(...grids.value).dwellings.map((dwelling) => [
    [dwelling.place.building, dwelling.place.entrance, dwelling.doorLabel].join(' '),
    ...dwelling.households.flatMap((household) =>
      household.members.map((member) => `${member.name} ${member.person['birthOn']} ${member.person['phone'] ?? ''}`),
    ),
  ]);
};

const expected = [
  ['3号楼 1单元 101', '周明 1971-05-06 13800000011', '吴秀兰 1973-08-09 13800000011'],
  ['3号楼 1单元 102', '郑䶮 1985-01-02 '],
];

/** Both files hold the same invented people; the .xls was saved by LibreOffice as BIFF8. */
describe('a ledger in another format', () => {
  it.each(['small.xls', 'small-gb18030.csv'])('%s says the same', async (file) => {
    expect(await people(file)).toEqual(expected);
  });
});
