import { type FieldMap, isMasked, type Json, type Membership, type Person } from '@lianxin/domain';
import type { ParsedMember } from '../parse/parsed-ledger.ts';
import { fieldEdits } from './field-edits.ts';
import { type ImportKey, importKeyOf, importKeyText } from './import-key.ts';
import type { ImportChoices, PlanQuestion } from './import-plan.ts';
import { matchPerson, type PersonMatch } from './match-person.ts';
import type { PlanWriter } from './plan-writer.ts';
import type { RegisterIndex } from './register-index.ts';

/** Is where a row's person is planned into. */
export interface PersonContext {
  readonly householdId: string;
  /** The identity of the household in the file, which the person's own builds on. */
  readonly householdIdentity: string;
  /** The people known behind this door, ended memberships included. */
  readonly atDoor: readonly Person[];
  readonly door: string;
}

/** Is what became of a row's person. */
export interface PlannedPerson {
  readonly personId: string | null;
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'waiting';
}

/** Makes the planner of people: one call per member, in the order of the file. */
export const createPeoplePlanner = (source: {
  readonly index: RegisterIndex;
  readonly choices: ImportChoices;
  readonly plan: PlanWriter;
}) => {
  const { index, choices, plan } = source;
  const taken = new Set<string>();
  const namesSeen = new Map<string, number>();
  const rowsSeen = new Map<string, number>();

  /** Several people may stand in one row, so the row alone does not tell them apart. */
  const nextQuestionId = (member: ParsedMember): string => {
    const row = `${member.sheet}:${member.row}`;
    const nth = (rowsSeen.get(row) ?? 0) + 1;
    rowsSeen.set(row, nth);
    return `${row}:${nth}`;
  };

  return (member: ParsedMember, context: PersonContext): PlannedPerson => {
    const identity = `${context.householdIdentity}/${member.name}`;
    const nth = (namesSeen.get(identity) ?? 0) + 1;
    namesSeen.set(identity, nth);
    const key = importKeyOf(plan.tools.hash, `person/${identity}/${nth}`, contentOf(member));
    const numberHash = member.identityNumber === null ? null : plan.tools.hash(member.identityNumber);
    const isFree = (person: Person): boolean => !taken.has(person.id);
    const sameRow = index.personByIdentity.get(key.identity);
    const match = matchPerson(
      { member, key, numberHash },
      {
        fromSameRow: sameRow && isFree(sameRow) ? sameRow : undefined,
        atSameDoor: () => context.atDoor.filter(isFree),
        withSameNumber: () => (index.personsByNumberHash.get(numberHash ?? '') ?? []).filter(isFree),
      },
    );
    const row: PersonRow = { member, key, numberHash, context, questionId: nextQuestionId(member) };
    const planned = planMatch(row, match);
    if (planned.personId !== null) taken.add(planned.personId);
    else if (match.kind !== 'none') taken.add(match.person.id);
    return planned;
  };

  function planMatch(row: PersonRow, match: PersonMatch): PlannedPerson {
    if (match.kind === 'none') return createPerson(row);
    if (match.kind === 'unchanged') return { personId: match.person.id, outcome: 'unchanged' };
    if (match.kind === 'certain') return changePerson(row, match.person);
    const edits = personEdits(row, match.person);
    // A namesake whose every field agrees leaves nothing to decide.
    if (match.kind === 'sameName' && Object.keys(edits).length === 0) return changePerson(row, match.person);
    const answer = choices.answers[row.questionId] ?? null;
    plan.questions.push(questionOf(row, match, answer));
    if (answer === null) return { personId: null, outcome: 'waiting' };
    return answer === 'same' ? changePerson(row, match.person) : createPerson(row);
  }

  function createPerson(row: PersonRow): PlannedPerson {
    const { member } = row;
    const state = member.identityNumberState;
    // Nobody is lost: a masked name that matches nobody is recorded as it stands, to be checked.
    const isHidden = isMasked(member.name);
    const fields = {
      ...member.person,
      ...(isHidden ? { name: member.name } : {}),
      identityNumberState: state,
      identityNumberHash: row.numberHash,
      verification: state === 'toCheck' || isHidden ? 'toCheck' : 'checked',
      importKey: importKeyText(row.key),
    };
    const personId = plan.create('person', fields, member.identityNumber);
    createMembership(personId, row);
    for (const kind of member.tags) plan.create('tag', { personId, kind, source: plan.tools.source });
    return { personId, outcome: 'new' };
  }

  function changePerson(row: PersonRow, person: Person): PlannedPerson {
    const edits = personEdits(row, person);
    const takesNumber = edits['identityNumberHash'] !== undefined;
    const before = plan.edits.length + plan.creates.length;
    plan.edit('person', { id: person.id, identityNumber: takesNumber ? row.member.identityNumber : null }, edits);
    changeMembership(person, row);
    const current = (index.tagsByPerson.get(person.id) ?? []).filter((tag) => tag.toOn === null).map((tag) => tag.kind);
    for (const kind of row.member.tags.filter((wanted) => !current.includes(wanted))) {
      plan.create('tag', { personId: person.id, kind, source: plan.tools.source });
    }
    const isChanged = plan.edits.length + plan.creates.length > before;
    // The new content is remembered with a change, so that the next import of the same file knows it.
    if (isChanged) plan.edit('person', { id: person.id }, { importKey: importKeyText(row.key) });
    return { personId: person.id, outcome: isChanged ? 'changed' : 'unchanged' };
  }

  function changeMembership(person: Person, row: PersonRow): void {
    const known = (index.membershipsByHousehold.get(row.context.householdId) ?? []).filter(
      (candidate) => candidate.personId === person.id,
    );
    const current = known.find((candidate) => candidate.toOn === null);
    // Somebody ended it at the door: an old file does not bring the dead back.
    if (current === undefined && known.length > 0) return;
    if (current === undefined) createMembership(person.id, row);
    else plan.edit('membership', current, membershipEdits(current, row.member.membership));
  }

  function createMembership(personId: string, row: PersonRow): void {
    plan.create('membership', {
      kind: 'resident',
      ...row.member.membership,
      personId,
      householdId: row.context.householdId,
    });
  }
};

interface PersonRow {
  readonly member: ParsedMember;
  readonly key: ImportKey;
  readonly numberHash: string | null;
  readonly context: PersonContext;
  readonly questionId: string;
}

const contentOf = (member: ParsedMember): Json => [
  member.person,
  member.membership,
  member.identityNumber,
  [...member.tags].sort(),
];

const membershipEdits = (current: Membership, written: FieldMap): FieldMap => fieldEdits({ ...current }, written);

/** A number is taken when there was none, or when a good one replaces another; a doubtful one replaces nothing. */
const personEdits = ({ member, numberHash }: PersonRow, person: Person): FieldMap => {
  const edits = fieldEdits({ ...person }, member.person);
  if (numberHash === null || person.identityNumberHash === numberHash) return edits;
  if (person.identityNumberHash !== null && member.identityNumberState !== 'registered') return edits;
  return { ...edits, identityNumberHash: numberHash, identityNumberState: member.identityNumberState };
};

const questionOf = (
  row: PersonRow,
  match: Exclude<PersonMatch, { kind: 'none' }>,
  answer: PlanQuestion['answer'],
): PlanQuestion => ({
  id: row.questionId,
  kind: match.kind === 'sameNumber' ? 'sameNumber' : 'sameName',
  sheet: row.member.sheet,
  row: row.member.row,
  door: row.context.door,
  name: row.member.name,
  personId: match.person.id,
  answer,
});
