import type { SheetContext } from '../recognise/sheet-context.ts';
import { type LedgerRow, textOf } from './ledger-row.ts';
import {
  normaliseBuilding,
  normaliseDoor,
  normaliseEntrance,
  nowhere,
  type Place,
  parseAddress,
  splitRoom,
  toDigits,
} from './place.ts';

/** Reads the place of each row in turn; undefined when the row names no door. Building and entrance are carried down, as people leave them blank. */
export interface PlaceReader {
  (row: LedgerRow): Place | undefined;
  /** Gives the place of a household that has no door at all, within the building it was listed under. */
  readonly unknown: () => Place;
}

/** Makes the reader of one sheet; the sheet's name and title say where its rows are until a row says otherwise. */
export const createPlaceReader = (context: SheetContext): PlaceReader => {
  let carried: Place = tidy({ ...nowhere, ...context });
  const read = (row: LedgerRow): Place | undefined => {
    const written = writtenPlace(row);
    const place = tidy(carryDown(carried, written));
    carried = { ...place, door: '', room: '' };
    return written.door === undefined || place.door === '' ? undefined : place;
  };
  return Object.assign(read, { unknown: () => ({ ...carried, door: '', room: '' }) });
};

/** Says whether two places are the same room of the same door. */
export const isSamePlace = (a: Place, b: Place): boolean => placeKey(a) === placeKey(b) && a.room === b.room;

/** Tells doors apart; the grid is left out because grids are redrawn while doors stay. */
export const placeKey = (place: Place): string =>
  [place.estate, place.villageGroup, place.building, place.entrance, place.door].join('/').toLowerCase();

const columns = ['grid', 'estate', 'villageGroup', 'building', 'entrance'] as const;

/** What the columns say wins over what an address in one cell says. */
const writtenPlace = (row: LedgerRow): Partial<Place> => {
  const [door, address] = [textOf(row, 'door'), textOf(row, 'address')];
  const fromAddress = address === '' ? {} : parsePlaceText(address);
  const fromDoor = door === '' ? {} : parsePlaceText(door);
  const place: { -readonly [K in keyof Place]?: string } = { ...fromAddress, ...fromDoor };
  for (const column of columns) {
    const text = textOf(row, column);
    if (text !== '') place[column] = text;
  }
  // 1号楼2单元 in the column of buildings names both.
  const both = place.building === undefined ? {} : parseAddress(place.building);
  if (both.building && both.entrance && !both.door)
    Object.assign(place, { building: both.building, entrance: both.entrance });
  const room = textOf(row, 'room');
  return room === '' ? place : { ...place, room };
};

/** An address that names a building but no door is taken as the door's own name. */
const parsePlaceText = (text: string): Partial<Place> => {
  const parsed = parseAddress(text);
  return parsed.door === undefined || parsed.door === '' ? splitRoom(text) : parsed;
};

const carryDown = (carried: Place, written: Partial<Place>): Place => {
  const isOther = (key: 'estate' | 'villageGroup' | 'building'): boolean =>
    written[key] !== undefined && tidy({ ...nowhere, [key]: written[key] })[key] !== carried[key];
  const base = isOther('estate') || isOther('villageGroup') ? { ...carried, building: '', entrance: '' } : carried;
  return { ...base, ...(isOther('building') ? { entrance: '' } : {}), door: '', room: '', ...written };
};

const tidy = (written: Place): Place => {
  const place = withGroup(written);
  return {
    ...place,
    villageGroup: toDigits(place.villageGroup.replace(/\s+/gu, '')),
    building: place.building === '' ? '' : normaliseBuilding(place.building),
    entrance: place.entrance === '' ? '' : normaliseEntrance(place.entrance),
    door: normaliseDoor(place.door),
  };
};

/** The official form has no column for village groups; there the group stands as estate and building. */
const withGroup = (place: Place): Place =>
  /(?:组|队)$/u.test(place.building)
    ? {
        ...place,
        villageGroup: place.building,
        building: '',
        estate: place.estate === place.building ? '' : place.estate,
      }
    : place;
