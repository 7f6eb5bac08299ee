/** Is where a door is, as far as a ledger says it. Missing parts are empty. */
export interface Place {
  readonly grid: string;
  readonly estate: string;
  readonly villageGroup: string;
  readonly building: string;
  readonly entrance: string;
  readonly door: string;
  /** Tells apart the households behind one door: 东屋, A室. */
  readonly room: string;
}

/** Is a place without anything known. */
export const nowhere: Place = {
  grid: '',
  estate: '',
  villageGroup: '',
  building: '',
  entrance: '',
  door: '',
  room: '',
};

const chineseDigits = '零一二三四五六七八九';

/** Turns 三, 十二 and 二十 into digits; anything else comes back as it is. */
export const toDigits = (text: string): string =>
  text.replace(/[一二三四五六七八九十]+/gu, (run) => {
    const [tens, ones = ''] = run.includes('十') ? run.split('十') : ['', run];
    const digit = (character: string): number => Math.max(0, chineseDigits.indexOf(character));
    if (run.includes('十'))
      return String((tens === '' ? 1 : digit(tens ?? '')) * 10 + digit(ones === '' ? '零' : ones));
    return [...run].map((character) => digit(character)).join('');
  });

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** Writes a building the same way however it was written: 3, 3#, 3号 and 三号楼 are 3号楼; 3栋 stays 3栋. */
export const normaliseBuilding = (written: string): string => {
  const text = compact(written);
  const match = /^第?([A-Za-z]?\d+|[一二三四五六七八九十]+)(?:#楼?|号楼?|楼)?$/u.exec(text);
  if (match) return `${toDigits(match[1] ?? '').toUpperCase()}号楼`;
  return text.replace(/^([一二三四五六七八九十]+)(?=栋|幢|座)/u, (run) => toDigits(run));
};

/** Writes an entrance the same way however it was written: 2, 2门 and 二单元 are 2单元. */
export const normaliseEntrance = (written: string): string => {
  const text = compact(written);
  const match = /^第?(\d+|[一二三四五六七八九十]+)(?:单元|门|单)?$/u.exec(text);
  return match ? `${toDigits(match[1] ?? '')}单元` : text;
};

const roomSuffix =
  /^(.+?)[-—(]?((?:东|西|南|北|前|后|上|下|左|右|正|偏)(?:屋|房|厢房|厢|间)|主卧|次卧|[A-Ga-g](?:室|间))\)?$/u;

/** Splits a door into the door and the room of one of its households. */
export const splitRoom = (written: string): { readonly door: string; readonly room: string } => {
  const text = compact(written);
  const match = roomSuffix.exec(text);
  return match ? { door: match[1] ?? '', room: match[2] ?? '' } : { door: text, room: '' };
};

const inBuilding =
  /^(.*?)((?:[A-Za-z]?\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢|座|#楼|#))(?:-?(\d+|[一二三四五六七八九十]+)(?:单元|门|-))?(?:\d+(?:层|楼))?-?([^-].*)?$/u;
const dashed = /^([A-Za-z]?\d+)[-#/](\d{1,2})[-/](\d{2,5}[A-Za-z]?)$/u;
const entranceAndDoor = /^(\d{1,2})(?:-|单元)(\d{3,5}[A-Za-z]?)$/u;
const inGroup = /^(?:.*?村)?(第?[\d一二三四五六七八九十]+(?:村民)?(?:小组|组|队))(.*)$/u;

/** Takes apart a door or an address in one cell: 3号楼2单元501室, 3-2-501, 3#2-501, 2-501, 2组15号. */
export const parseAddress = (written: string): Partial<Place> => {
  const text = compact(written);
  const parts = dashed.exec(text);
  if (parts) return { building: parts[1] ?? '', entrance: parts[2] ?? '', door: parts[3] ?? '' };
  const building = inBuilding.exec(text);
  if (building) return fromBuildingMatch(building);
  const entrance = entranceAndDoor.exec(text);
  if (entrance) return { entrance: entrance[1] ?? '', door: entrance[2] ?? '' };
  const group = inGroup.exec(text);
  if (group && (group[2] ?? '') !== '') return { villageGroup: group[1] ?? '', ...splitRoom(group[2] ?? '') };
  return splitRoom(text);
};

const fromBuildingMatch = ([
  ,
  estate = '',
  building = '',
  entrance = '',
  rest = '',
]: RegExpExecArray): Partial<Place> => {
  const inner = entrance === '' ? entranceAndDoor.exec(rest) : null;
  return {
    building,
    ...(estate === '' ? {} : { estate }),
    ...(entrance === '' ? {} : { entrance }),
    ...(inner ? { entrance: inner[1] ?? '', door: inner[2] ?? '' } : splitRoom(rest)),
  };
};

/** Strips what is only decoration on a door: 501室 is 501. */
export const normaliseDoor = (door: string): string => compact(door).replace(/^(\d+[A-Za-z]?)(?:室|房|户)$/u, '$1');

/** A door without any number is a landmark: several doors may share it. */
export const isLandmark = (place: Place): boolean =>
  place.building === '' && !/[\d一二三四五六七八九十]/u.test(place.door.replace(/[一二]?(?:头|边|侧)/gu, ''));

/** Names the door for a list: 1号楼 2单元 301, 2组 6院. */
export const placeLabel = (place: Place): string =>
  [place.estate, place.villageGroup, place.building, place.entrance, place.door, place.room]
    .filter((part) => part !== '')
    .join(' ');
