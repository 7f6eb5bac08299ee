import type { MutationArguments } from '@lianxin/protocol';
import { bucketsOfPerson, bucketsOfUnit, isSamePlace, uniteBuckets } from './buckets.ts';
import { alreadyExists, changeRow, createRow, isRefusal, moveRow } from './create-row.ts';
import { isErased, refuseErased } from './erased.ts';
import { followersOfHousehold, personInBuckets } from './followers.ts';
import { type Decision, type MutationContext, type Reading, readRow, readRowsBy, refuse, write } from './row.ts';
import { standing, withStanding } from './standing.ts';

/** Adds a door at a building or entrance. */
export function* addDwelling(context: MutationContext, args: MutationArguments['dwelling.add']): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('dwelling', args.dwelling.id));
  if (taken !== null) return taken;
  const buckets = yield* bucketsOfUnit(String(args.dwelling.fields.unitId));
  if (buckets.length === 0) return refuse('notFound', 'unitId');
  const dwelling = createRow(context, args.dwelling, { table: 'dwelling', buckets });
  return isRefusal(dwelling) ? dwelling : write([dwelling], [buckets]);
}

/** Adds a household behind a door. */
export function* addHousehold(context: MutationContext, args: MutationArguments['household.add']): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('household', args.household.id));
  if (taken !== null) return taken;
  const dwelling = yield* readRow('dwelling', String(args.household.fields.dwellingId));
  if (dwelling === undefined || dwelling.deleted) return refuse('notFound', 'dwellingId');
  const { dwellingId, ...fields } = args.household.fields;
  const household = createRow(
    context,
    { id: args.household.id, fields },
    { table: 'household', buckets: dwelling.buckets, server: { dwellingId: dwelling.id } },
  );
  return isRefusal(household) ? household : write([household], [dwelling.buckets]);
}

/** Adds a new or known person to a household. */
export function* addMember(context: MutationContext, args: MutationArguments['member.add']): Reading<Decision> {
  const erased = yield* refuseErased(personNamedBy(args));
  if (erased !== null) return erased;
  const taken = alreadyExists(yield* readRow('membership', args.membership.id));
  if (taken !== null) return taken;
  const home = yield* standing('household', String(args.membership.fields.householdId));
  if (home === undefined || home.row.deleted) return refuse('notFound', 'householdId');
  const household = home.row;
  const human = yield* standing('person', String(args.membership.fields.personId));
  if (isErased(human?.row)) return refuse('erased');
  const meant = withStanding(args.membership, { householdId: home, personId: human });
  const membership = createRow(context, meant, { table: 'membership', buckets: household.buckets });
  if (isRefusal(membership)) return membership;
  const personId = String(membership.fields.personId);
  const known = human?.row;
  if (args.person === null) {
    if (known === undefined || known.deleted) return refuse('notFound', 'personId');
    const buckets = uniteBuckets(yield* bucketsOfPerson(personId, (row) => row.buckets), household.buckets);
    const person = yield* personInBuckets(context, known, buckets);
    return write([membership, ...person], [household.buckets, known.buckets]);
  }
  if (known !== undefined) return refuse('alreadyExists');
  if (args.person.id !== personId) return refuse('invalid', 'personId');
  const person = createRow(context, args.person, { table: 'person', buckets: household.buckets });
  return isRefusal(person) ? person : write([person, membership], [household.buckets]);
}

/** Whom a membership is for stands in both; either may be an erased person's. */
const personNamedBy = ({ person, membership }: MutationArguments['member.add']): string | null =>
  person?.id ?? textIn(membership.fields.personId);

/** Ends a membership; the dead leave due and gift lists at once because lists ask for current memberships. */
export function* endMembership(context: MutationContext, args: MutationArguments['membership.end']): Reading<Decision> {
  const row = yield* readRow('membership', args.membershipId);
  if (row === undefined || row.deleted) return refuse('notFound');
  if (row.fields.toOn !== null) return refuse('alreadyEnded');
  return write([changeRow(context, row, { toOn: args.toOn, endReason: args.endReason })], [row.buckets]);
}

/** Ends a household's time behind its door, and its members' time in it. */
export function* endHousehold(context: MutationContext, args: MutationArguments['household.end']): Reading<Decision> {
  const row = yield* readRow('household', args.householdId);
  if (row === undefined || row.deleted) return refuse('notFound');
  if (row.fields.toOn !== null) return refuse('alreadyEnded');
  const memberships = yield* readRowsBy('membership', 'householdId', row.id);
  const current = memberships.filter((membership) => membership.fields.toOn === null);
  const ended = current.map((membership) => changeRow(context, membership, { toOn: args.toOn, endReason: 'movedOut' }));
  const codes = (yield* readRowsBy('householdCode', 'householdId', row.id)).filter(
    ({ fields }) => fields.toOn === null,
  );
  const stopped = codes.map((code) => changeRow(context, code, { toOn: args.toOn }));
  return write([changeRow(context, row, { toOn: args.toOn }), ...ended, ...stopped], [row.buckets]);
}

/** Moves a household to another door; everything that belongs to it follows into the other door's buckets at one rev. */
export function* moveHousehold(context: MutationContext, args: MutationArguments['household.move']): Reading<Decision> {
  const household = yield* readRow('household', args.householdId);
  const dwelling = yield* readRow('dwelling', args.dwellingId);
  if (household === undefined || household.deleted) return refuse('notFound', 'householdId');
  if (dwelling === undefined || dwelling.deleted) return refuse('notFound', 'dwellingId');
  const moved = moveRow(context, changeRow(context, household, { dwellingId: dwelling.id }), dwelling.buckets);
  const followers = isSamePlace(household, dwelling)
    ? []
    : yield* followersOfHousehold(context, household, dwelling.buckets);
  return write([moved, ...followers], [household.buckets, dwelling.buckets]);
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Adds a person to a group that the work is about. */
export function* addTag(context: MutationContext, args: MutationArguments['tag.add']): Reading<Decision> {
  const erased = yield* refuseErased(textIn(args.tag.fields.personId));
  if (erased !== null) return erased;
  const taken = alreadyExists(yield* readRow('tag', args.tag.id));
  if (taken !== null) return taken;
  const person = yield* standing('person', String(args.tag.fields.personId));
  if (person === undefined || person.row.deleted) return refuse('notFound', 'personId');
  if (isErased(person.row)) return refuse('erased');
  const { buckets } = person.row;
  const tag = createRow(context, withStanding(args.tag, { personId: person }), { table: 'tag', buckets });
  return isRefusal(tag) ? tag : write([tag], [buckets]);
}

/** Ends a person's belonging to a group. */
export function* endTag(context: MutationContext, args: MutationArguments['tag.end']): Reading<Decision> {
  const row = yield* readRow('tag', args.tagId);
  if (row === undefined || row.deleted) return refuse('notFound');
  if (row.fields.toOn !== null) return refuse('alreadyEnded');
  return write([changeRow(context, row, { toOn: args.toOn })], [row.buckets]);
}
