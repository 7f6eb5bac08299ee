import { codeLabel, type Dwelling, type FieldMap, type Household, membershipEndReason } from '@lianxin/domain';
import { type CellReader, createCellReader } from '../parse/cell-reader.ts';
import { isNoiseRow } from '../parse/ledger-row.ts';
import type { ColumnTarget } from '../recognise/ledger-field.ts';
import { clearPerson, emptyLine, lineFrom, markChanges, type OutLine } from './as-imported-line.ts';
import { addedLine, isIntactRow, type LeftMember, type MemberContext, memberLine } from './as-imported-member.ts';
import { type HouseholdSegment, segmentsOf } from './as-imported-segments.ts';
import type { CurrentMember } from './as-imported-source.ts';
import { type ChangedTexts, changedHouseholdTexts } from './as-imported-values.ts';
import { householdTargets } from './household-targets.ts';

/** Is somebody whom the file lists and who is no longer here. */
export interface LeftOut {
  readonly sheet: string;
  readonly row: number;
  readonly door: string;
  readonly name: string;
  readonly reason: string;
  readonly on: string;
}

/** Is what the lines of one sheet are made from. */
export interface BodyContext extends Omit<MemberContext, 'read'> {
  readonly includesDwelling: (dwellingId: string) => boolean;
}

/** Is the body of one sheet with current values: same columns, same order. */
export interface AsImportedBody {
  readonly lines: readonly OutLine[];
  readonly leftOut: readonly LeftOut[];
}

interface OpenBody extends BodyContext {
  readonly read: CellReader;
  readonly lines: OutLine[];
  readonly leftOut: LeftOut[];
}

/** Lays out the rows below the header again: members who came stand behind their household, new doors behind their building, who left is listed apart. */
export const asImportedBody = (context: BodyContext): AsImportedBody => {
  const body: OpenBody = { ...context, read: createCellReader(context.sheet.grid), lines: [], leftOut: [] };
  for (const segment of segmentsOf(context.sheet, context.source)) {
    if (segment.kind === 'copied') {
      body.lines.push(lineFrom(context.sheet.columns, body.read, segment.row));
      continue;
    }
    if (!context.includesDwelling(segment.dwellingId)) continue;
    writeHousehold(body, segment);
    if (segment.endsDwelling) writeNewHouseholds(body, segment);
    if (segment.endsUnit) writeNewDwellings(body, segment);
  }
  updateTotals(body);
  return body;
};

/** A total that was right for the file (453户 1325人) is made right for today; any other is left alone. */
const updateTotals = ({ sheet, source, lines }: OpenBody): void => {
  const rows = Array.from({ length: sheet.grid.rows.length }, (_, row) =>
    source.rowAt(sheet.grid.name, row + 1),
  ).filter((row) => row !== undefined);
  const households = new Set(rows.flatMap((row) => row.householdId ?? []));
  const was = { 户: households.size, 人: rows.reduce((sum, row) => sum + row.personIds.length, 0) };
  const dwellings = new Set([...rows.map((row) => row.dwellingId)]);
  const now = [...dwellings].flatMap((id) => source.householdsAt(id));
  const is = { 户: now.length, 人: now.reduce((sum, household) => sum + source.membersOf(household.id).length, 0) };
  for (const line of lines.filter(({ source: row }) => isNoiseRow(sheet, row))) {
    for (const [at, text] of line.texts.entries()) {
      const updated = text.replace(/(\d+)(户|人)/gu, (whole, number: string, unit: '户' | '人') =>
        Number(number) === was[unit] ? `${is[unit]}${unit}` : whole,
      );
      if (updated === text) continue;
      line.texts[at] = updated;
      line.changed.add(at);
    }
  }
};

const writeHousehold = (body: OpenBody, segment: HouseholdSegment): void => {
  const { sheet, source, read } = body;
  const [first = 0] = segment.rows;
  const current = segment.householdId === null ? [] : source.membersOf(segment.householdId);
  const isIntact = segment.rows.every((row) => isIntactRow(body, row, current));
  const lines = segment.rows.flatMap((row) => {
    const { line, left } = memberLine(body, { row, first, current, isIntact });
    body.leftOut.push(...left.map((who) => leftOutOf(body, segment, who)));
    return line ? [line] : [];
  });
  const behind = segment.rows.at(-1) ?? first;
  const household = segment.householdId === null ? undefined : source.household(segment.householdId);
  const added = current
    .filter((member) => !source.isImportedPerson(member.person.id))
    .map((member) => addedLine(body, behind, member));
  const all = [...lines, ...added];
  const [top = lineFrom(sheet.columns, read, first, first)] = all;
  if (all.length === 0 && segment.householdId !== null) clearPerson(top, sheet.columns);
  // Whoever stands first carries the cells of the household, even when the first person of the file has left.
  const shared = lineFrom(sheet.columns, read, first, first);
  const written =
    lines[0]?.source === first || all.length === 0 ? [] : sheet.columns.filter(({ target }) => isOfHousehold(target));
  for (const { column } of written) top.texts[column] = shared.texts[column] ?? '';
  markChanges(top, sheet.columns, changesOfHousehold(body, segment, { household, current }));
  body.lines.push(...(all.length === 0 ? [top] : all));
};

const isOfHousehold = (target: ColumnTarget): boolean => householdTargets.has(target) || target === 'note';

const changesOfHousehold = (
  { source, sheet }: OpenBody,
  segment: HouseholdSegment,
  now: { readonly household: Household | undefined; readonly current: readonly CurrentMember[] },
): ChangedTexts => {
  const [first = 0] = segment.rows;
  const parsed = source.parsedHouseholdAt(sheet.grid.name, first + 1);
  const door = source.parsedDwellingAt(sheet.grid.name, first + 1);
  const was: FieldMap = {
    ...parsed?.household,
    use: door?.dwelling['use'] ?? null,
    headName: parsed?.headName || null,
  };
  const dwelling = source.dwelling(segment.dwellingId);
  if (now.household === undefined)
    return changedHouseholdTexts({ use: was['use'] ?? null }, { use: dwelling?.use ?? null });
  return changedHouseholdTexts(was, householdNow(now.household, dwelling, now.current));
};

const householdNow = (
  household: Household,
  dwelling: Dwelling | undefined,
  members: readonly CurrentMember[],
): FieldMap => {
  const head =
    members.find(({ membership }) => membership.relationToHead === '02' || membership.relationToHead === '01') ??
    members[0];
  return { ...household, use: dwelling?.use ?? null, headName: head?.person.name ?? null };
};

const writeNewHouseholds = (body: OpenBody, segment: HouseholdSegment): void => {
  const behind = segment.rows.at(-1) ?? 0;
  const fresh = body.source
    .householdsAt(segment.dwellingId)
    .filter((household) => !body.source.isImportedHousehold(household.id));
  for (const household of fresh)
    addHousehold(body, { household, dwelling: body.source.dwelling(segment.dwellingId), behind });
};

const writeNewDwellings = (body: OpenBody, segment: HouseholdSegment): void => {
  const behind = segment.rows.at(-1) ?? 0;
  const unitId = body.source.dwelling(segment.dwellingId)?.unitId ?? '';
  for (const dwelling of body.source.newDwellingsIn(unitId).filter(({ id }) => body.includesDwelling(id))) {
    const households = body.source.householdsAt(dwelling.id);
    for (const household of households) addHousehold(body, { household, dwelling, behind });
    if (households.length > 0) continue;
    const line = emptyLine(body.sheet.columns, behind);
    markChanges(
      line,
      body.sheet.columns,
      new Map([...placeOf(body, behind, dwelling), ...changedHouseholdTexts({}, { use: dwelling.use })]),
    );
    body.lines.push(line);
  }
};

const addHousehold = (
  body: OpenBody,
  fresh: { household: Household; dwelling: Dwelling | undefined; behind: number },
): void => {
  const members = body.source.membersOf(fresh.household.id);
  const lines = members.map((member) => addedLine(body, fresh.behind, member));
  const changes = changedHouseholdTexts({}, householdNow(fresh.household, fresh.dwelling, members));
  const [top] = lines;
  if (top) markChanges(top, body.sheet.columns, new Map([...placeOf(body, fresh.behind, fresh.dwelling), ...changes]));
  body.lines.push(...lines);
};

/** A new door stands in the building of the row before it; only its own label differs. */
const placeOf = ({ sheet, read }: OpenBody, row: number, dwelling: Dwelling | undefined): ChangedTexts => {
  const shared = sheet.columns.filter(({ target }) =>
    ['grid', 'estate', 'villageGroup', 'building', 'entrance'].includes(target),
  );
  const texts = new Map<ColumnTarget, string>(shared.map(({ target, column }) => [target, read(row, column).text]));
  return texts
    .set('sequence', '新增')
    .set('door', dwelling?.doorLabel ?? '')
    .set('address', dwelling?.doorLabel ?? '');
};

const leftOutOf = ({ source, sheet }: OpenBody, segment: HouseholdSegment, who: LeftMember): LeftOut => {
  const ended = source.endedMembership(who.personId, segment.householdId ?? '');
  return {
    sheet: sheet.grid.name,
    row: who.row + 1,
    door: source.dwelling(segment.dwellingId)?.doorLabel ?? '',
    name: who.name,
    reason: ended?.endReason ? codeLabel(membershipEndReason, ended.endReason) : '不在这一户',
    on: ended?.toOn ?? '',
  };
};
