import {
  codeFromLabel,
  education,
  isMasked,
  type Json,
  type LedgerCodeList,
  maritalStatus,
  membershipKind,
  politicalStatus,
  populationKind,
  relationToHead,
  sex,
} from '@lianxin/domain';
import type { LedgerField } from '../recognise/ledger-field.ts';
import { type LedgerRow, textOf } from './ledger-row.ts';
import type { RowReport } from './row-report.ts';

/** Collects the fields of one person while a row is read; what nobody understands goes into the notes, never away. */
export interface MemberFields {
  readonly person: Record<string, Json>;
  readonly membership: Record<string, Json>;
  readonly notes: string[];
}

const personCodes: readonly (readonly [
  'maritalStatus' | 'education' | 'politicalStatus' | 'populationKind',
  LedgerCodeList,
])[] = [
  ['maritalStatus', maritalStatus],
  ['education', education],
  ['politicalStatus', politicalStatus],
  ['populationKind', populationKind],
];

const personTexts: readonly (readonly ['occupation' | 'workplace' | 'registeredAddress', number])[] = [
  ['occupation', 100],
  ['workplace', 100],
  ['registeredAddress', 200],
];

const yes = /^(是|一致|人户一致|√|✓|✔|有|1|Y|yes|人在户在)$/iu;
const no = /^(否|不一致|人户不一致|人户分离|分离|不是|×|✗|无|0|N|no)$/iu;

/** Says whether a cell means yes; undefined when it means neither yes nor no. */
export const parseYesNo = (text: string): boolean | undefined =>
  yes.test(text) ? true : no.test(text) ? false : undefined;

/** Reads the columns of a row that hold a code or a plain text. */
export const readPlainFields = (row: LedgerRow, into: MemberFields, report: RowReport): void => {
  for (const [field, list] of personCodes) setCode(into, { field, list, text: textOf(row, field), report });
  for (const [field, max] of personTexts) {
    const text = wholeText(textOf(row, field), field, report);
    if (text !== '') into.person[field] = text.slice(0, max);
  }
  const kind = codeFromLabel(membershipKind, textOf(row, 'membershipKind'));
  if (kind) into.membership['kind'] = kind;
  else if (textOf(row, 'membershipKind') !== '')
    noteUnknown(into, 'membershipKind', textOf(row, 'membershipKind'), report);
  const lives = parseYesNo(textOf(row, 'livesWhereRegistered'));
  if (lives !== undefined) into.membership['livesWhereRegistered'] = lives;
};

/** Reads the sex; a masked or odd one is left to the ID number. */
export const readSex = (text: string): string | undefined => codeFromLabel(sex, text);

/** Reads the relation; an unknown one is kept as it was written. */
export const readRelation = (text: string, into: MemberFields, report: RowReport): void => {
  if (text === '') return;
  const code = codeFromLabel(relationToHead, text.replace(/^(之|系|户主之|户主的)/u, ''));
  if (code) into.membership['relationToHead'] = code;
  else {
    into.membership['relationText'] = text.slice(0, 40);
    report('unknownRelation', 'relation', text, '关系按原文保留');
  }
};

/** Gives the text of a cell unless it is masked: a masked cell says nothing. */
export const wholeText = (text: string, field: LedgerField, report: RowReport): string => {
  if (text === '' || !isMasked(text)) return text;
  report('masked', field, text, '已有的内容不变');
  return '';
};

const setCode = (
  into: MemberFields,
  cell: { field: LedgerField; list: LedgerCodeList; text: string; report: RowReport },
): void => {
  const text = wholeText(cell.text, cell.field, cell.report);
  if (text === '' || text === '无' || text === '不详') return;
  const code = codeFromLabel(cell.list, text);
  if (code) into.person[cell.field] = code;
  else noteUnknown(into, cell.field, text, cell.report);
};

const noteUnknown = (into: MemberFields, field: LedgerField, text: string, report: RowReport): void => {
  into.notes.push(text);
  report('unknownCode', field, text, '写进备注');
};
