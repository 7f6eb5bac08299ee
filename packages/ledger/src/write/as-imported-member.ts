import type { CellReader } from '../parse/cell-reader.ts';
import type { ParsedMember } from '../parse/parsed-ledger.ts';
import { parseWrittenPhone } from '../parse/written-phone.ts';
import type { ColumnTarget } from '../recognise/ledger-field.ts';
import type { RecognisedSheet } from '../recognise/recognise-sheets.ts';
import { emptyLine, lineFrom, markChanges, type OutLine } from './as-imported-line.ts';
import type { AsImportedSource, CurrentMember } from './as-imported-source.ts';
import { changedMemberTexts } from './as-imported-values.ts';

/** Writes a person's ID number cell; `written` is what the file says. */
export type IdentityNumberText = (personId: string, written: string) => string;

/** Is what the line of a member is made from. */
export interface MemberContext {
  readonly sheet: RecognisedSheet;
  readonly source: AsImportedSource;
  readonly read: CellReader;
  readonly identityNumberText: IdentityNumberText;
}

/** Is somebody of a row who is no longer in the household. */
export interface LeftMember {
  readonly row: number;
  readonly personId: string;
  readonly name: string;
}

/** Gives the line of a row with current values, or none when everybody it names has left. */
export const memberLine = (
  context: MemberContext,
  at: {
    readonly row: number;
    readonly first: number;
    readonly current: readonly CurrentMember[];
    readonly isIntact: boolean;
  },
): { readonly line: OutLine | undefined; readonly left: readonly LeftMember[] } => {
  const { sheet, source, read } = context;
  const ids = source.rowAt(sheet.grid.name, at.row + 1)?.personIds ?? [];
  const parsed = source.parsedMembersAt(sheet.grid.name, at.row + 1);
  const staying = ids.map((id) => at.current.find((member) => member.person.id === id));
  const left = ids.flatMap((id, index) =>
    id === null || staying[index] ? [] : [{ row: at.row, personId: id, name: parsed[index]?.name ?? '' }],
  );
  if (ids.length > 0 && left.length === ids.length) return { line: undefined, left };
  const line = lineFrom(sheet.columns, read, at.row, at.row === at.first ? at.first : undefined);
  const [only] = staying;
  // Several people in one cell stay as they were written: their changes have no cells of their own.
  if (ids.length === 1 && only) {
    markMember(context, line, { member: only, parsed: parsed[0] });
    if (!at.isIntact) spellOutPhone(context, line, only);
  }
  return { line, left };
};

/** Gives the line of somebody the file does not know. */
export const addedLine = (context: MemberContext, behind: number, member: CurrentMember): OutLine => {
  const line = emptyLine(context.sheet.columns, behind);
  markMember(context, line, { member, parsed: undefined });
  return line;
};

/** Says whether everybody of a row is still there with the phone the file gives; only then 同上 still means the same. */
export const isIntactRow = (
  { sheet, source }: MemberContext,
  row: number,
  current: readonly CurrentMember[],
): boolean => {
  const parsed = source.parsedMembersAt(sheet.grid.name, row + 1);
  const ids = source.rowAt(sheet.grid.name, row + 1)?.personIds ?? [];
  return ids.every((id, at) => {
    const member = current.find((candidate) => candidate.person.id === id);
    return member !== undefined && member.person.phone === (parsed[at]?.person['phone'] ?? null);
  });
};

const columnOf = (sheet: RecognisedSheet, wanted: ColumnTarget): number =>
  sheet.columns.findIndex(({ target }) => target === wanted);

const markMember = (
  { sheet, identityNumberText }: MemberContext,
  line: OutLine,
  { member, parsed }: { readonly member: CurrentMember; readonly parsed: ParsedMember | undefined },
): void => {
  const { person, membership, tags } = member;
  const changes = new Map(changedMemberTexts(parsed, { person: { ...person }, membership: { ...membership }, tags }));
  const column = columnOf(sheet, 'identityNumber');
  const written = line.texts[column] ?? '';
  const number = identityNumberText(person.id, written);
  // A number that was only written untidily is the same number: it is put right without a mark.
  if (comparable(number) === comparable(written) && column !== -1) line.texts[column] = number;
  else changes.set('identityNumber', number);
  markChanges(line, sheet.columns, changes);
};

const comparable = (number: string): string => number.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

const spellOutPhone = ({ sheet }: MemberContext, line: OutLine, { person }: CurrentMember): void => {
  const column = columnOf(sheet, 'phone');
  if (parseWrittenPhone(line.texts[column] ?? '').kind === 'sameAsAbove') line.texts[column] = person.phone ?? '';
};
