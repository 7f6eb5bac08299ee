import { isMasked, maskName, maskValue } from '@lianxin/domain';
import { type ColumnTarget, isLedgerField, type LedgerField, maskLedgerCell, type ParsedLedger } from '@lianxin/ledger';

/** Hides the names and numbers that stand in a text which may say anything. */
export type HideKnown = (text: string) => string;

/** A name is looked for at every place of a text up to this length; the few longer ones are looked for one by one. */
const maxShortName = 6;
const digits = /[\d０-９][\d０-９\s-]{5,}[\d０-９xXｘＸ]/gu;

/** Makes the hiding of everybody whom a ledger names: they are spoken of in remarks and in columns of any kind. */
export const hideKnownPeople = (parsed: Pick<ParsedLedger, 'dwellings'>): HideKnown => {
  const names = new Set(
    parsed.dwellings.flatMap(({ households }) =>
      households.flatMap(({ headName, members }) => [headName, ...members.map(({ name }) => name)]),
    ),
  );
  const long = [...names].filter((name) => [...name].length > maxShortName);
  return (text) => {
    let shown = text.replace(digits, hideDigits);
    for (const name of long) shown = shown.replaceAll(name, maskName(name));
    return hideShortNames([...shown], names);
  };
};

const hideShortNames = (characters: readonly string[], names: ReadonlySet<string>): string => {
  let shown = '';
  for (let at = 0; at < characters.length; ) {
    const name = nameAt(characters, at, names);
    shown += name === undefined ? characters[at] : maskName(name);
    at += name === undefined ? 1 : [...name].length;
  }
  return shown;
};

const nameAt = (characters: readonly string[], at: number, names: ReadonlySet<string>): string | undefined => {
  for (let length = Math.min(maxShortName, characters.length - at); length >= 2; length -= 1) {
    const name = characters.slice(at, at + length).join('');
    if (names.has(name)) return name;
  }
  return undefined;
};

const hideDigits = (run: string): string => {
  const plain = run.normalize('NFKC').replace(/[\s-]/gu, '');
  const isDate = /^(?:19|20)\d{6}$/u.test(plain);
  // 12-3-1501 is a door.
  const isDoor = plain !== run.normalize('NFKC') && plain.length < 10;
  if (isDate || isDoor) return run;
  return plain.length >= 14 ? hideIdentityNumber(run) : maskValue('phone', plain);
};

/** Hides an ID number in the shape it was written in, so that what is wrong with it can still be seen: at most its first six digits stay. */
export const hideIdentityNumber = (written: string): string => {
  if (!/[\d０-９]/u.test(written)) return written.length <= 4 ? written : maskValue('identityNumber', written);
  // A cell that holds other things too may hold a name or a phone, whose beginning would tell more than an area.
  if (!/^[\d\s.Ee+xX×*●?-]{6,}$/u.test(written.normalize('NFKC'))) return maskValue('identityNumber', written);
  let seen = 0;
  return [...written]
    .map((character) => {
      if (!/[\dxXeE０-９ｘＸ]/u.test(character)) return character;
      seen += 1;
      return seen <= 6 ? character : '*';
    })
    .join('');
};

/** Hides a text of a column by what the column holds. */
export const hideCell = (field: LedgerField, text: string, hideKnown: HideKnown): string => {
  if (field === 'identityNumber' || field === 'headIdentityNumber') return hideIdentityNumber(text);
  if (field === 'phone' || field === 'headPhone') return hidePhone(text);
  if (field === 'name' || field === 'headName') return hideNames(text);
  return hideKnown(text);
};

/** Hides a sample of a column; of one that no record explains nothing but the first character is shown. */
export const hideSample = (target: ColumnTarget, text: string, hideKnown: HideKnown): string => {
  if (target === 'kept') return hideUnknown(text);
  return isLedgerField(target) && isPersonal(target)
    ? hideCell(target, text, hideKnown)
    : hideKnown(maskLedgerCell(target, text));
};

const isPersonal = (field: LedgerField): boolean => /name|phone|identityNumber/iu.test(field);

const hidePhone = (text: string): string => {
  const masked = maskLedgerCell('phone', text.normalize('NFKC'));
  // Words beside the number may say whose it is.
  return masked === text || !/\p{L}/u.test(masked) ? masked : '****';
};

/** Every part of a list of names is hidden, also where the list could not be taken apart. */
export const hideNames = (text: string): string =>
  text
    .split(/([、,，;；/\n|]+)/u)
    .map((part, at) => (at % 2 === 1 ? part : hideName(part)))
    .join('');

const hideName = (part: string): string => {
  const [, before = '', name = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part) ?? [];
  return name === '' || isMasked(name) ? part : `${before}${maskLedgerCell('name', name)}${after}`;
};

/** Hides a text of which nothing is known but its first character. */
export const hideUnknown = (text: string): string => {
  const [first = '', ...rest] = text.trim();
  return first + '*'.repeat(Math.min(rest.length, 3));
};
