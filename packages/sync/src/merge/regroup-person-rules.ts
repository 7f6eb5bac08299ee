import { civilDateAt } from '@lianxin/domain';
import type { MutationArguments } from '@lianxin/protocol';
import { alreadyExists, createRow, isRefusal } from './create-row.ts';
import { isErased } from './erased.ts';
import { recordRegrouping } from './record-regrouping.ts';
import { addRow, type RegroupingDraft, settledRows, setValues, startDraft } from './regrouping-draft.ts';
import {
  type Decision,
  type MutationContext,
  type Reading,
  readRow,
  readRowsBy,
  refuse,
  type StoredRow,
  textOf,
} from './row.ts';
import { mergeOf } from './standing.ts';

type Refusal = Extract<Decision, { type: 'refuse' }>;

/** Says that two records are one human being: memberships, tags and needs go to the one that is kept, the other stays empty behind it and is never erased. */
export function* mergePersons(context: MutationContext, args: MutationArguments['person.merge']): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('regrouping', args.regroupingId));
  if (taken !== null) return taken;
  if (args.fromId === args.intoId) return refuse('invalid', 'intoId');
  const from = yield* knownPerson(args.fromId);
  if ('type' in from) return from;
  const into = yield* knownPerson(args.intoId);
  if ('type' in into) return into;
  // Two numbers are two people, whatever their names are. A phone knows no number: only the server can tell.
  if (areOthers(from, into)) return refuse('invalid', 'identityNumberState');
  const draft = startDraft();
  draft.subjects.push(from.buckets, into.buckets);
  const day = civilDateAt(context.eventAt);
  const homes = yield* readRowsBy('membership', 'personId', into.id);
  const memberships = yield* readRowsBy('membership', 'personId', from.id);
  const isHome = (row: StoredRow) => homes.some((home) => isCurrent(home) && isAlike(home, row, 'householdId'));
  moveOrEnd(context, draft, {
    rows: memberships,
    intoId: into.id,
    isDouble: isHome,
    ended: { toOn: day, endReason: 'recordedInError' },
  });
  const tags = yield* readRowsBy('tag', 'personId', into.id);
  moveOrEnd(context, draft, {
    rows: yield* readRowsBy('tag', 'personId', from.id),
    intoId: into.id,
    isDouble: (row) => tags.some((tag) => isCurrent(tag) && isAlike(tag, row, 'kind')),
    ended: { toOn: day },
  });
  for (const need of yield* readRowsBy('need', 'personId', from.id))
    setValues(context, draft, need, { personId: into.id });
  takeNumber(context, draft, { from, into });
  const rows = yield* settledRows(context, draft, { named: [from.id, into.id], joins: [from.id, into.id] });
  const told = { id: args.regroupingId, kind: 'mergePersons', fromId: from.id, intoId: into.id } as const;
  return recordRegrouping(context, told, { draft, rows, ends: [from, into] });
}

/** Takes a person out of a record in which two were mixed: chosen memberships and tags become the new one's. */
export function* splitPerson(context: MutationContext, args: MutationArguments['person.split']): Reading<Decision> {
  const taken = alreadyExists(
    (yield* readRow('regrouping', args.regroupingId)) ?? (yield* readRow('person', args.person.id)),
  );
  if (taken !== null) return taken;
  const person = yield* knownPerson(args.personId);
  if ('type' in person) return person;
  const made = createRow(context, args.person, { table: 'person', buckets: person.buckets });
  if (isRefusal(made)) return made;
  const draft = startDraft();
  addRow(draft, made);
  draft.subjects.push(person.buckets);
  const chosen = [
    ...args.membershipIds.map((id) => ({ table: 'membership', id, field: 'membershipIds' }) as const),
    ...args.tagIds.map((id) => ({ table: 'tag', id, field: 'tagIds' }) as const),
  ];
  for (const { table, id, field } of chosen) {
    const row = yield* readRow(table, id);
    if (row === undefined || row.deleted) return refuse('notFound', field);
    if (row.fields.personId !== person.id) return refuse('stateChanged', field);
    setValues(context, draft, row, { personId: made.id });
  }
  const rows = yield* settledRows(context, draft, { named: [person.id, made.id] });
  const told = { id: args.regroupingId, kind: 'splitPerson', fromId: person.id, intoId: made.id } as const;
  return recordRegrouping(context, told, { draft, rows, ends: [person, made] });
}

function* knownPerson(id: string): Reading<StoredRow | Refusal> {
  const row = yield* readRow('person', id);
  if (row === undefined || row.deleted) return { type: 'refuse', reason: 'notFound', field: 'personId' };
  if (isErased(row)) return { type: 'refuse', reason: 'erased', field: null };
  // Who was merged away is somebody else by now; merged on in a circle, nobody could take it back.
  return (yield* mergeOf(id)) === undefined ? row : { type: 'refuse', reason: 'stateChanged', field: 'personId' };
}

const isCurrent = (row: StoredRow): boolean => row.fields.toOn === null;

const isAlike = (a: StoredRow, b: StoredRow, field: string): boolean => a.fields[field] === b.fields[field];

/** What the kept person has already ends as a double; everything else becomes theirs. */
const moveOrEnd = (
  context: MutationContext,
  draft: RegroupingDraft,
  move: {
    readonly rows: readonly StoredRow[];
    readonly intoId: string;
    readonly isDouble: (row: StoredRow) => boolean;
    readonly ended: Readonly<Record<string, string>>;
  },
): void => {
  for (const row of move.rows) {
    if (!isCurrent(row) || !move.isDouble(row)) setValues(context, draft, row, { personId: move.intoId });
    else setValues(context, draft, row, move.ended);
  }
};

const areOthers = (a: StoredRow, b: StoredRow): boolean => {
  const [one, other] = [textOf(a, 'identityNumberHash'), textOf(b, 'identityNumberHash')];
  return one !== null && other !== null && one !== other;
};

/** The kept record tells that a number is registered. The number itself is sealed for its own record: the store seals it anew for this one. */
const takeNumber = (
  context: MutationContext,
  draft: RegroupingDraft,
  { from, into }: { readonly from: StoredRow; readonly into: StoredRow },
): void => {
  const state = textOf(from, 'identityNumberState');
  if (into.fields.identityNumberState !== 'none' || state === null || state === 'none') return;
  setValues(context, draft, into, { identityNumberState: state });
};
