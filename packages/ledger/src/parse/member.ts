import {
  birthDateOfIdentityNumber,
  type CivilDate,
  type CodeOf,
  codeFromLabel,
  type IdentityNumberFinding,
  isCodeOf,
  maxNameLength,
  readIdentityNumber,
  sexOfIdentityNumber,
  tagKind,
} from '@lianxin/domain';
import type { FindingKind } from './finding.ts';
import { type LedgerRow, textOf } from './ledger-row.ts';
import { type MemberFields, parseYesNo, readPlainFields, readRelation, readSex, wholeText } from './member-fields.ts';
import type { ParsedMember } from './parsed-ledger.ts';
import type { RowReport } from './row-report.ts';
import { parseWrittenDate } from './written-date.ts';
import { isUnnamed, relationInRemark, type WrittenName } from './written-name.ts';
import { parseWrittenPhone } from './written-phone.ts';

/** Is the texts of one person's own cells; several people in one cell each get their share. */
export interface MemberCells {
  readonly who: WrittenName;
  readonly relation: string;
  readonly sex: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly birthOn: string;
}

/** Is what a person is read from besides the own cells. */
export interface MemberSource {
  readonly sheet: string;
  readonly row: LedgerRow;
  readonly report: RowReport;
  /** The phone of the row above, for 同上. */
  readonly phoneAbove: string;
  /** Missing ID numbers are only counted for people who have a row of their own. */
  readonly hasOwnRow: boolean;
}

/** Builds a person from the cells of a row. A bad cell costs that cell, never the person. */
export const memberFrom = (cells: MemberCells, source: MemberSource): ParsedMember => {
  const fields: MemberFields = { person: {}, membership: {}, notes: [] };
  const relation = cells.relation === '' ? relationOfRemark(cells.who, fields, source) : cells.relation;
  readRelation(relation, fields, source.report);
  const identity = readIdentity(cells, fields, source);
  readPhone(cells.phone, fields, source);
  readPlainFields(source.row, fields, source.report);
  const tags = readTags(source.row, fields, source.report);
  const name = isUnnamed(cells.who.name) ? '' : wholeText(cells.who.name, 'name', source.report);
  if ([...name].length > maxNameLength) source.report('cellTooLong', 'name', name, `只取前 ${maxNameLength} 个字`);
  if (name !== '') fields.person['name'] = name.slice(0, maxNameLength).replace(/[\ud800-\udbff]$/u, '');
  if (fields.notes.length > 0) fields.person['note'] = [...new Set(fields.notes)].join(';').slice(0, 2_000);
  return {
    sheet: source.sheet,
    row: source.row.row + 1,
    name: cells.who.name,
    ...identity,
    tags,
    person: fields.person,
    membership: fields.membership,
  };
};

const relationOfRemark = (who: WrittenName, fields: MemberFields, source: MemberSource): string => {
  if (who.remark === '') return '';
  if (relationInRemark(who.remark)) return who.remark;
  fields.notes.push(who.remark);
  source.report('nameRemark', 'name', `${who.name}(${who.remark})`, `姓名 ${who.name},「${who.remark}」写进备注`);
  return '';
};

const kindOfIdFinding: Readonly<
  Record<IdentityNumberFinding, { readonly kind: FindingKind; readonly understood: string }>
> = {
  fullWidth: { kind: 'idFullWidth', understood: '' },
  lowerX: { kind: 'idLowerX', understood: '' },
  separators: { kind: 'idSeparators', understood: '' },
  fifteenDigits: { kind: 'idFifteenDigits', understood: '' },
  ruined: { kind: 'idRuined', understood: '号码丢掉,人保留' },
  checkFails: { kind: 'idCheckFails', understood: '保留,标「待核」' },
  malformed: { kind: 'idMalformed', understood: '保留,标「待核」' },
  birthImpossible: { kind: 'birthDiffersFromId', understood: '保留,标「待核」' },
  sexDiffers: { kind: 'sexDiffersFromId', understood: '都保留' },
  birthDiffers: { kind: 'birthDiffersFromId', understood: '都保留' },
};

const readIdentity = (
  cells: MemberCells,
  fields: MemberFields,
  { report, row, hasOwnRow }: MemberSource,
): Pick<ParsedMember, 'identityNumber' | 'identityNumberState'> => {
  const sexCode = readSex(cells.sex);
  const birthOn = readBirth(cells.birthOn, cells.identityNumber, report);
  const reading = readIdentityNumber(cells.identityNumber, { sex: sexCode, birthOn });
  for (const finding of reading.findings) {
    const { kind, understood } = kindOfIdFinding[finding];
    report(kind, 'identityNumber', cells.identityNumber, understood === '' ? (reading.number ?? '') : understood);
  }
  if (reading.state === 'masked') wholeText(cells.identityNumber, 'identityNumber', report);
  if (reading.state === 'none' && hasOwnRow && row.cells.size > 0)
    report('idMissing', 'identityNumber', cells.identityNumber, '没有号码也登记');
  const trusted = reading.state === 'checked' ? reading.number : null;
  const sex = sexCode ?? (trusted === null ? undefined : sexOfIdentityNumber(trusted));
  const born = birthOn ?? (trusted === null ? undefined : birthDateOfIdentityNumber(trusted));
  if (sex !== undefined) fields.person['sex'] = sex;
  if (born !== undefined) fields.person['birthOn'] = born;
  return {
    identityNumber: reading.number,
    identityNumberState: reading.number === null ? 'none' : trusted === null ? 'toCheck' : 'registered',
  };
};

/** A month without a day is completed from the ID number when both name the same month. */
const readBirth = (text: string, identityNumber: string, report: RowReport): CivilDate | undefined => {
  const written = wholeText(text, 'birthOn', report);
  if (written === '') return undefined;
  const date = parseWrittenDate(written);
  if (date.precision === 'day') return date.date;
  if (date.precision === 'none') {
    report('dateUnclear', 'birthOn', written, '没有采用');
    return undefined;
  }
  const fromNumber = birthDateOfIdentityNumber(readIdentityNumber(identityNumber).number ?? '');
  const prefix = date.precision === 'year' ? `${date.year}` : `${date.year}-${String(date.month).padStart(2, '0')}`;
  if (fromNumber?.startsWith(prefix)) return fromNumber;
  const guess = date.precision === 'month' ? `${prefix}-01` : undefined;
  report('dateWithoutDay', 'birthOn', written, guess ?? '没有采用');
  return guess;
};

const readPhone = (text: string, fields: MemberFields, { report, phoneAbove }: MemberSource): void => {
  const whole = wholeText(text, 'phone', report);
  const phone = parseWrittenPhone(whole);
  if (phone.kind === 'sameAsAbove') {
    report('phoneSameAsAbove', 'phone', text, phoneAbove === '' ? '上一行也没有号码' : phoneAbove);
    if (phoneAbove !== '') fields.person['phone'] = phoneAbove;
  } else if (phone.kind === 'phone') {
    fields.person['phone'] = phone.phone;
    if (phone.rest !== '') fields.notes.push(`电话 ${phone.rest}`);
  } else if (phone.kind === 'unclear') {
    fields.notes.push(`电话 ${whole}`);
    report('phoneUnclear', 'phone', text, '写进备注');
  }
};

const readTags = (row: LedgerRow, fields: MemberFields, report: RowReport): readonly CodeOf<typeof tagKind>[] => {
  const found = new Set<CodeOf<typeof tagKind>>();
  for (const word of wholeText(textOf(row, 'tags'), 'tags', report).split(/[、,，;；/\s\n]+/u)) {
    if (word === '' || /^(无|否|[-—]+)$/u.test(word)) continue;
    const code = codeFromLabel(tagKind, word);
    if (code) found.add(code);
    else {
      fields.notes.push(word);
      report('unknownTag', 'tags', word, '写进备注');
    }
  }
  for (const [target, cell] of row.cells) {
    const kind = target.startsWith('tag:') ? target.slice(4) : '';
    if (isCodeOf(tagKind, kind) && (parseYesNo(cell.text) ?? codeFromLabel(tagKind, cell.text) === kind))
      found.add(kind);
  }
  return [...found];
};
