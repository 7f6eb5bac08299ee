import { codeFromLabel, relationToHead } from '@lianxin/domain';
import type { RecognisedSheet } from '../recognise/recognise-sheets.ts';
import { type LedgerRow, ledgerRowsOf, ownTextOf, textOf } from './ledger-row.ts';
import type { Place } from './place.ts';
import { createPlaceReader, isSamePlace } from './row-place.ts';
import { isUnnamed, parseWrittenNames } from './written-name.ts';

/** Is the run of rows that speak of one household, or of one empty door. */
export interface Block {
  readonly place: Place;
  readonly rows: readonly LedgerRow[];
  /** False when the block shares its door with the block before it. */
  readonly beginsDoor: boolean;
}

interface OpenBlock {
  readonly place: Place;
  readonly rows: LedgerRow[];
  readonly beginsDoor: boolean;
  hasHead: boolean;
}

/** Cuts a sheet into households: a new number, a new door, a second head or another head's name begins one. */
export const blocksOf = (sheet: RecognisedSheet): readonly Block[] => {
  const rows = ledgerRowsOf(sheet);
  const numbersPeople = isNumberedByPerson(rows);
  const placeOf = createPlaceReader(sheet.context);
  const blocks: OpenBlock[] = [];
  for (const row of rows) {
    const current = blocks.at(-1);
    const place = placeOf(row) ?? current?.place ?? placeOf.unknown();
    const hasOwnNumber = !numbersPeople && ownTextOf(row, 'sequence') !== '';
    const isOtherDoor = current === undefined || !isSamePlace(place, current.place);
    if (current && !isOtherDoor && !hasOwnNumber && !beginsHousehold(current, row)) {
      current.rows.push(row);
      current.hasHead ||= isHeadRow(row);
    } else {
      const isNowhere = hasOwnNumber && placeOf(row) === undefined;
      blocks.push({
        place: isNowhere ? placeOf.unknown() : place,
        rows: [row],
        beginsDoor: isOtherDoor || hasOwnNumber,
        hasHead: isHeadRow(row),
      });
    }
  }
  return blocks;
};

const beginsHousehold = (current: OpenBlock, row: LedgerRow): boolean => {
  const first = current.rows[0];
  if (first === undefined) return true;
  const isOther = (target: 'headName' | 'householdNo'): boolean => {
    const [before, now] = [textOf(first, target), ownTextOf(row, target)];
    return before !== '' && now !== '' && before !== now;
  };
  return (current.hasHead && isHeadRow(row)) || isOther('headName') || isOther('householdNo');
};

/** The head is 户主, or 本人 in ledgers that are written from the head's side. */
const isHeadRow = (row: LedgerRow): boolean =>
  ['01', '02'].includes(codeFromLabel(relationToHead, ownTextOf(row, 'relation')) ?? '');

/** Some ledgers number households, others number people; numbers on most rows of dependants mean people. */
const isNumberedByPerson = (rows: readonly LedgerRow[]): boolean => {
  const dependants = rows.filter((row) => !isHeadRow(row) && ownTextOf(row, 'relation') !== '' && namesSomebody(row));
  const numbered = dependants.filter((row) => ownTextOf(row, 'sequence') !== '');
  return dependants.length > 0 && numbered.length > dependants.length / 2;
};

/** Says whether a row's name cell names anybody. */
const namesSomebody = (row: LedgerRow): boolean => {
  const text = ownTextOf(row, 'name');
  return text !== '' && (isUnnamed(text) || parseWrittenNames(text).kind !== 'nobody');
};
