import type { FieldMap, Json } from '@lianxin/domain';
import type { Block } from './blocks.ts';
import type { Report } from './finding.ts';
import { type LedgerRow, ownTextOf, textOf } from './ledger-row.ts';
import { type MemberCells, memberFrom } from './member.ts';
import { wholeText } from './member-fields.ts';
import type { ParsedHousehold, ParsedMember } from './parsed-ledger.ts';
import { placeLabel } from './place.ts';
import { createRowReport, type RowReport } from './row-report.ts';
import { parseWrittenDate } from './written-date.ts';
import { parseWrittenNames, type WrittenName } from './written-name.ts';
import { parseWrittenPhone } from './written-phone.ts';

/** Builds the household of a block; undefined when nobody is named, so the door is empty. */
export const householdFrom = (sheet: string, block: Block, report: Report): ParsedHousehold | undefined => {
  const members = membersOf(sheet, block, report);
  const first = block.rows[0];
  if (members.length === 0 || first === undefined) return undefined;
  const rowReport = createRowReport(report, {
    sheet,
    row: first.row + 1,
    door: placeLabel(block.place),
    name: members[0]?.name ?? '',
  });
  const head = members.find((member) => isHead(member));
  if (head === undefined) rowReport('headMissing', 'relation', '', '不指定户主');
  return {
    sheet,
    row: first.row + 1,
    household: householdFields(block, rowReport),
    headName: head?.name ?? members[0]?.name ?? '',
    members,
  };
};

const isHead = (member: ParsedMember): boolean =>
  member.membership['relationToHead'] === '02' || member.membership['relationToHead'] === '01';

const membersOf = (sheet: string, block: Block, report: Report): readonly ParsedMember[] => {
  const members: ParsedMember[] = [];
  let phoneAbove = '';
  for (const row of block.rows) {
    const names = parseWrittenNames(ownTextOf(row, 'name'));
    if (names.kind === 'nobody') continue;
    const people: readonly WrittenName[] = names.kind === 'people' ? names.people : [{ name: names.text, remark: '' }];
    const rowReport = createRowReport(report, {
      sheet,
      row: row.row + 1,
      door: placeLabel(block.place),
      name: people[0]?.name ?? '',
    });
    if (names.kind === 'unclear') rowReport('multiPersonCellKept', 'name', names.text, '按一个人登记,待核');
    if (people.length > 1)
      rowReport('multiPersonCell', 'name', ownTextOf(row, 'name'), people.map((who) => who.name).join(' / '));
    for (const cells of sharesOf(row, people)) {
      const member = memberFrom(cells, { sheet, row, report: rowReport, phoneAbove, hasOwnRow: people.length === 1 });
      members.push(member);
      phoneAbove = String(member.person['phone'] ?? (phoneAbove || headPhoneOf(block)));
    }
  }
  return withHead(sheet, block, { members, report });
};

const headPhoneOf = (block: Block): string => {
  const phone = parseWrittenPhone(block.rows[0] ? textOf(block.rows[0], 'headPhone') : '');
  return phone.kind === 'phone' ? phone.phone : '';
};

/** Gives each of several people in one row their part of the other cells, if those have as many parts; otherwise only the names are certain. */
const sharesOf = (row: LedgerRow, people: readonly WrittenName[]): readonly MemberCells[] => {
  const share = (target: 'relation' | 'sex' | 'identityNumber' | 'phone' | 'birthOn', at: number): string => {
    const text = textOf(row, target);
    if (people.length === 1) return text;
    const parts = text.split(/[、,，;；/\s\n]+/u).filter((part) => part !== '');
    return parts.length === people.length ? (parts[at] ?? '') : '';
  };
  return people.map((who, at) => ({
    who,
    relation: share('relation', at),
    sex: share('sex', at),
    identityNumber: share('identityNumber', at),
    phone: share('phone', at),
    birthOn: share('birthOn', at),
  }));
};

/** Some ledgers name the head only in columns of their own and list nobody else, or only the other members. */
const withHead = (
  sheet: string,
  block: Block,
  found: { members: ParsedMember[]; report: Report },
): readonly ParsedMember[] => {
  const row = block.rows.find((candidate) => textOf(candidate, 'headName') !== '');
  const [who] = namesOfHead(row);
  if (row === undefined || who === undefined) return found.members;
  if (found.members.some((member) => isHead(member) || member.name === who.name)) return found.members;
  const report = createRowReport(found.report, {
    sheet,
    row: row.row + 1,
    door: placeLabel(block.place),
    name: who.name,
  });
  if (found.members.length > 0) report('headAdded', 'headName', who.name, '补为户主');
  // Without any member's own name, the row's personal columns speak of the head.
  const own = (target: 'sex' | 'birthOn' | 'identityNumber' | 'phone'): string =>
    found.members.length === 0 ? textOf(row, target) : '';
  const cells: MemberCells = {
    who,
    relation: '户主',
    sex: own('sex'),
    birthOn: own('birthOn'),
    identityNumber: textOf(row, 'headIdentityNumber') || own('identityNumber'),
    phone: textOf(row, 'headPhone') || own('phone'),
  };
  const bare: LedgerRow = found.members.length === 0 ? row : { row: row.row, cells: new Map() };
  return [memberFrom(cells, { sheet, row: bare, report, phoneAbove: '', hasOwnRow: true }), ...found.members];
};

const namesOfHead = (row: LedgerRow | undefined): readonly WrittenName[] => {
  const names = parseWrittenNames(row === undefined ? '' : textOf(row, 'headName'));
  return names.kind === 'people' ? names.people : [];
};

const householdFields = (block: Block, report: RowReport): FieldMap => {
  const fields: Record<string, Json> = {};
  const [first] = block.rows;
  if (first === undefined) return fields;
  const householdNo = wholeText(textOf(first, 'householdNo'), 'householdNo', report);
  if (householdNo !== '') fields['householdNo'] = householdNo.slice(0, 40);
  const phone = parseWrittenPhone(wholeText(textOf(first, 'headPhone'), 'headPhone', report));
  if (phone.kind === 'phone') fields['phone'] = phone.phone;
  const movedIn = parseWrittenDate(textOf(first, 'movedInOn'));
  if (movedIn.precision === 'day') fields['fromOn'] = movedIn.date;
  if (block.place.room !== '') fields['roomLabel'] = block.place.room.slice(0, 40);
  const notes = [...new Set(block.rows.map((row) => textOf(row, 'note')).filter((note) => note !== ''))];
  if (notes.length > 0) fields['note'] = notes.join(';').slice(0, 2_000);
  return fields;
};
