import type { ImportFinding, ImportPreview } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';

/** Is one line of the review: a remark, or a question that waits for a person. */
export interface ReviewRow {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly door: string;
  readonly name: string;
  readonly original: string;
  readonly understood: string;
  readonly label: string;
  readonly kind: string;
  readonly look: boolean;
  readonly question: ImportPreview['questions'][number] | null;
}

/** Names what the review can be narrowed to, besides a kind of finding. */
export const questionsOnly = 'questions';
/** Narrows the review to what is only said for information. */
export const notesOnly = 'notes';

const placeOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string => `${sheet}\n${row}`;

/** Lists every line of the review in the order of the file. A question takes the place of the remark about the same number. */
export const reviewRows = ({ findings, questions }: ImportPreview): readonly ReviewRow[] => {
  const repeated = new Map(
    findings.filter(({ kind }) => kind === 'idRepeated').map((found) => [placeOf(found), found]),
  );
  const asked = new Set(questions.filter(({ kind }) => kind === 'sameNumber').map(placeOf));
  const { sameName, sameNumber } = tDesk.imports.preview;
  const fromQuestions = questions.map((question) => ({
    ...question,
    key: `question ${question.id}`,
    original: repeated.get(placeOf(question))?.original ?? (question.kind === 'sameName' ? sameName : sameNumber),
    understood: '',
    label: '',
    look: true,
    kind: questionsOnly,
    question,
  }));
  const fromFindings = findings
    .filter((found) => found.kind !== 'idRepeated' || !asked.has(placeOf(found)))
    .map((found, at) => ({ ...found, key: `${placeOf(found)} ${found.kind} ${at}`, question: null }));
  return [...fromQuestions, ...fromFindings].sort((a, b) => sheetOrder(findings, a, b) || a.row - b.row);
};

/** Sheets come in the order in which the file speaks of them. */
const sheetOrder = (
  findings: readonly ImportFinding[],
  a: { readonly sheet: string },
  b: { readonly sheet: string },
): number => {
  if (a.sheet === b.sheet) return 0;
  const at = (sheet: string): number => findings.findIndex((found) => found.sheet === sheet);
  return at(a.sheet) - at(b.sheet) || a.sheet.localeCompare(b.sheet, 'zh-CN');
};

/** Narrows the review to a kind of finding, to the questions, or to what is only said for information; at first to what asks for a glance. */
export const rowsShown = (rows: readonly ReviewRow[], show: string | null): readonly ReviewRow[] => {
  // What is only said for information would bury what is to be looked at.
  if (show === null) return rows.some((row) => row.look) ? rows.filter((row) => row.look) : rows;
  if (show === notesOnly) return rows.filter((row) => !row.look);
  return rows.filter((row) => row.kind === show);
};

/** Is one way to narrow the review, with how many it finds. */
export interface ReviewChip {
  readonly show: string;
  readonly label: string;
  readonly count: number;
}

/** Lists the ways to narrow the review: questions first, then what asks for a glance, then what is only said. */
export const reviewChips = (preview: ImportPreview): readonly ReviewChip[] => {
  const { findings: words, questions, notes } = tDesk.imports;
  const looks = new Map(preview.findings.map((found) => [found.kind, found]));
  const kinds = Object.entries(preview.findingCounts);
  const isNote = (kind: string): boolean => looks.get(kind)?.look === false;
  const chips = kinds
    .filter(([kind]) => !isNote(kind))
    .map(([kind, count]) => ({ show: kind, label: words[kind] ?? looks.get(kind)?.label ?? kind, count }))
    .sort((a, b) => kindOrder(a.show) - kindOrder(b.show) || b.count - a.count);
  const noteCount = kinds.filter(([kind]) => isNote(kind)).reduce((sum, [, count]) => sum + count, 0);
  return [
    { show: questionsOnly, label: questions, count: preview.questions.length },
    ...chips,
    { show: notesOnly, label: notes, count: noteCount },
  ].filter(({ count }) => count > 0);
};

/** Numbers first, as they are what an import gets wrong most; the rest by how often they occur. */
const kindOrder = (kind: string): number => {
  const at = ['idRuined', 'idCheckFails', 'idRepeated', 'idMissing'].indexOf(kind);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
};
