import { codeFromLabel, dwellingUse, type FieldMap, type Json } from '@lianxin/domain';
import { ledgerFields } from '../recognise/ledger-field.ts';
import type { RecognisedSheet, RecognisedWorkbook } from '../recognise/recognise-sheets.ts';
import { type Block, blocksOf } from './blocks.ts';
import { countsOf } from './counts.ts';
import type { Finding, Report } from './finding.ts';
import { householdFrom } from './household.ts';
import { type LedgerRow, textOf } from './ledger-row.ts';
import type { ParsedDwelling, ParsedHousehold, ParsedLedger } from './parsed-ledger.ts';
import { isLandmark, type Place, placeLabel } from './place.ts';
import { reportRepeatedNumbers } from './repeated-numbers.ts';
import { placeKey } from './row-place.ts';
import { createRowReport } from './row-report.ts';

interface OpenDwelling extends Omit<ParsedDwelling, 'households' | 'dwelling'> {
  readonly dwelling: Record<string, Json>;
  readonly households: ParsedHousehold[];
  readonly rooms: Set<string>;
  readonly emptyRooms: Set<string>;
}

interface BlockSource {
  readonly sheet: string;
  readonly block: Block;
  readonly report: Report;
  /** How many doors have been named by one landmark so far. */
  readonly shared: Map<string, number>;
}

/** Reads the recognised sheets of a workbook into doors, households and people, with a finding for whatever may be worth a look. Pure: nothing is matched or written. */
export const parseLedger = (workbook: RecognisedWorkbook): ParsedLedger => {
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const dwellings = new Map<string, OpenDwelling>();
  const shared = new Map<string, number>();
  for (const name of workbook.otherSheets) createRowReport(report, sheetPlace(name))('sheetSkipped', null, name, '');
  for (const sheet of workbook.sheets) {
    reportSheet(sheet, report);
    for (const block of blocksOf(sheet)) addBlock(dwellings, { sheet: sheet.grid.name, block, report, shared });
  }
  const list = [...dwellings.values()];
  reportRepeatedNumbers(list, report);
  const vacantDoors = list.reduce((sum, dwelling) => sum + dwelling.emptyRooms.size, 0);
  const doors = list.reduce((sum, dwelling) => sum + dwelling.rooms.size, 0);
  const plain = list.map(({ rooms: _, emptyRooms: __, ...dwelling }): ParsedDwelling => dwelling);
  return { dwellings: plain, findings: inRowOrder(findings), counts: countsOf(list, findings, { doors, vacantDoors }) };
};

const sheetPlace = (sheet: string) => ({ sheet, row: 0, door: '', name: '' });

/** Reports what is true of a sheet as a whole: columns that are not taken, cells that were cut. */
const reportSheet = (sheet: RecognisedSheet, report: Report): void => {
  const rowReport = createRowReport(report, sheetPlace(sheet.grid.name));
  for (const column of sheet.columns.filter((candidate) => candidate.target === 'skipped')) {
    rowReport('columnSkipped', 'skipped', column.text, ledgerFields.skipped.label);
  }
  for (const { row, column } of sheet.grid.cutCells) {
    const heading = sheet.columns[column]?.text ?? '';
    createRowReport(report, { ...sheetPlace(sheet.grid.name), row: row + 1 })(
      'cellTooLong',
      null,
      heading,
      '只取前面部分',
    );
  }
};

const addBlock = (dwellings: Map<string, OpenDwelling>, source: BlockSource): void => {
  const { sheet, block, report } = source;
  const [first] = block.rows;
  if (first === undefined) return;
  const household = householdFrom(sheet, block, report);
  const door = placeLabel(block.place);
  const rowReport = createRowReport(report, { sheet, row: first.row + 1, door, name: household?.headName ?? '' });
  if (household === undefined && block.place.door === '') {
    rowReport('rowUnclear', null, [...first.cells.values()].map((cell) => cell.text).join(' '), '');
    return;
  }
  const dwelling = dwellingFor(dwellings, source, first);
  if (dwelling.isDoorMissing) rowReport('doorMissing', 'door', '', dwelling.doorLabel);
  if (household && dwelling.households.length > 0) rowReport('secondHousehold', null, door, '建为同一个门的另一户');
  dwelling.rooms.add(block.place.room);
  if (household) dwelling.households.push(household);
  else {
    dwelling.emptyRooms.add(block.place.room);
    rowReport(
      'emptyDoor',
      null,
      textOf(first, 'note') || textOf(first, 'name') || textOf(first, 'dwellingUse'),
      '空门,不建户',
    );
  }
  const use = textOf(first, 'dwellingUse');
  if (household && codeFromLabel(dwellingUse, use) === 'vacant')
    rowReport('useContradicts', 'dwellingUse', use, '按有人住登记');
  mergeDwellingFields(dwelling, block, household !== undefined);
};

const dwellingFor = (dwellings: Map<string, OpenDwelling>, source: BlockSource, first: LedgerRow): OpenDwelling => {
  const { place, beginsDoor } = source.block;
  const isDoorMissing = place.door === '';
  const base = placeKey(place);
  // A landmark is no address: the next door that names it is another door, but a room of it belongs to the last one.
  const isShared = isDoorMissing || (isLandmark(place) && beginsDoor && place.room === '');
  const last = source.shared.get(base);
  const ordinal = last === undefined ? 1 : isShared ? last + 1 : last;
  source.shared.set(base, ordinal);
  const key = `${base}#${ordinal}`;
  const known = dwellings.get(key);
  if (known) return known;
  const fresh: OpenDwelling = {
    sheet: source.sheet,
    row: first.row + 1,
    key,
    place: { ...place, room: '' },
    isDoorMissing,
    doorLabel: isDoorMissing ? `门牌待核${ordinal}` : [...place.door].slice(0, 40).join(''),
    dwelling: {},
    households: [],
    rooms: new Set(),
    emptyRooms: new Set(),
  };
  dwellings.set(key, fresh);
  return fresh;
};

const mergeDwellingFields = (dwelling: OpenDwelling, block: Block, isLivedIn: boolean): void => {
  const fields = dwellingFields(block, isLivedIn);
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'use' && dwelling.households.length > 0 && value === 'vacant') continue;
    dwelling.dwelling[name] = value;
  }
  if (isLivedIn && dwelling.dwelling['use'] === 'vacant') delete dwelling.dwelling['use'];
};

/** An empty door is vacant whatever its columns say; its remark is only kept when it says more than that. */
const dwellingFields = (block: Block, isLivedIn: boolean): FieldMap => {
  const fields: Record<string, Json> = {};
  const [first] = block.rows;
  if (first === undefined) return fields;
  const use = codeFromLabel(dwellingUse, textOf(first, 'dwellingUse'));
  if (use !== undefined && (use !== 'vacant' || !isLivedIn)) fields['use'] = use;
  const floor = Number.parseInt(textOf(first, 'floor'), 10) || floorOf(block.place);
  if (floor !== undefined && floor >= -9 && floor <= 200) fields['floor'] = floor;
  if (isLivedIn) return fields;
  const note = textOf(first, 'note');
  if (use === undefined) fields['use'] = 'vacant';
  if (note !== '' && codeFromLabel(dwellingUse, note) !== 'vacant') fields['note'] = note.slice(0, 2_000);
  return fields;
};

/** The digits before the last two of a door in a building are its floor: 301 is on the third, 1203 on the twelfth. */
const floorOf = (place: Place): number | undefined => {
  const digits = place.building === '' ? undefined : /^(\d{1,2})\d{2}[A-Za-z]?$/u.exec(place.door)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

const inRowOrder = (findings: readonly Finding[]): readonly Finding[] => {
  const sheets = [...new Set(findings.map((finding) => finding.sheet))];
  return [...findings].sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row);
};
