import { type Dwelling, type FieldMap, helpKind, maskName, recordTypes } from '@lianxin/domain';
import { isMutationName, type MutationArguments, type MutationName, mutationArguments } from '@lianxin/protocol';
import type { RowView } from '@lianxin/sync/client';
import { codeLabel, fieldLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { fieldSpecOf, valueWords } from './field-words.ts';
import { doorName } from './place.ts';
import { readRecord } from './read-record.ts';
import { doorWords, needWords, personWords, subjectWords } from './subject-words.ts';

/** Is a saved piece of work as outbox and attention hold it. */
export interface SavedWork {
  readonly name: string;
  readonly args: unknown;
}

type Describers = { readonly [N in MutationName]: (args: MutationArguments[N], view: RowView) => string };

/** Says in the words of whoever did it what a saved piece of work is. Names are shortened: the list is read over shoulders. */
export const describeWork = ({ name, args }: SavedWork, view: RowView): string =>
  isMutationName(name) ? describeAs(name, args, view) : t.syncStatus.work.other;

const describeAs = <N extends MutationName>(name: N, args: unknown, view: RowView): string => {
  const parsed = mutationArguments[name][1].safeParse(args);
  // The table maps each name to the words for exactly its own arguments; the compiler cannot follow that through a generic key.
  return parsed.success ? describers[name](parsed.data as MutationArguments[N], view) : t.syncStatus.work.other;
};

const words = t.syncStatus.work;

const textOf = (fields: FieldMap, key: string): string => {
  const value = fields[key];
  return typeof value === 'string' ? value : '';
};

const newDoor = (view: RowView, fields: FieldMap): string => {
  const door: Pick<Dwelling, 'unitId' | 'doorLabel'> = {
    unitId: textOf(fields, 'unitId'),
    doorLabel: textOf(fields, 'doorLabel'),
  };
  return doorName(view, door);
};

const wishOf = (view: RowView, noticeId: string): string =>
  readRecord(view, 'wishNotice', noticeId)?.what ??
  readRecord(view, 'householdCard', noticeId)?.what ??
  words.something;

const memberOf = (view: RowView, membershipId: string): string =>
  personWords(view, readRecord(view, 'membership', membershipId)?.personId ?? '');

const editedFields = ({ table, edits }: MutationArguments['record.edit']): string =>
  t.ui.join.list(edits.map(({ field }) => fieldLabel(fieldSpecOf(table, field), field)));

const describers: Describers = {
  'visit.log': ({ visit: { fields } }, view) => {
    const door = doorWords(view, textOf(fields, 'dwellingId'));
    if (textOf(fields, 'voidOf') !== '') return words.visitVoid(door);
    return words.visit(door, valueWords(recordTypes.visit.fields.outcome, textOf(fields, 'outcome')));
  },
  'dwelling.add': ({ dwelling }, view) => words.addDwelling(newDoor(view, dwelling.fields)),
  'household.add': ({ household }, view) => words.addHousehold(doorWords(view, textOf(household.fields, 'dwellingId'))),
  'household.move': ({ dwellingId }, view) => words.moveHousehold(doorWords(view, dwellingId)),
  'household.end': () => words.endHousehold,
  'member.add': ({ person, membership }, view) =>
    words.addMember(
      person === null
        ? personWords(view, textOf(membership.fields, 'personId'))
        : maskName(textOf(person.fields, 'name')),
    ),
  'membership.end': ({ membershipId, endReason }, view) =>
    words.endMembership(memberOf(view, membershipId), valueWords(recordTypes.membership.fields.endReason, endReason)),
  'record.edit': (args, view) => words.edit(subjectWords(view, args), editedFields(args)),
  'tag.add': ({ tag }, view) =>
    words.addTag(
      personWords(view, textOf(tag.fields, 'personId')),
      valueWords(recordTypes.tag.fields.kind, textOf(tag.fields, 'kind')),
    ),
  'tag.end': () => words.endTag,
  'need.raise': ({ need }) => words.raiseNeed(valueWords(recordTypes.need.fields.kind, textOf(need.fields, 'kind'))),
  'need.advance': ({ needId, to }, view) =>
    words.advanceNeed(needWords(view, needId), valueWords(recordTypes.need.fields.state, to)),
  'wish.publish': ({ notice }) => words.publishWish(textOf(notice.fields, 'what')),
  'wish.claim': ({ noticeId }, view) => words.claimWish(wishOf(view, noticeId)),
  'wish.release': ({ noticeId }, view) => words.releaseWish(wishOf(view, noticeId)),
  'wish.finish': ({ noticeId }, view) => words.finishWish(wishOf(view, noticeId)),
  'wish.withdraw': ({ noticeId }, view) => words.withdrawWish(wishOf(view, noticeId)),
  'help.log': ({ help: { fields } }) => {
    const kind = codeLabel(helpKind, textOf(fields, 'kind'));
    return textOf(fields, 'voidOf') === '' ? words.logHelp(kind) : words.voidHelp(kind);
  },
  'conflict.decide': () => words.decideConflict,
  'held.decide': ({ state }) => words.decideHeld(state === 'taken'),
  'answers.give': () => words.plain['answers.give'],
  'photo.add': () => words.plain['photo.add'],
  'photo.remove': () => words.plain['photo.remove'],
  'code.issue': () => words.plain['code.issue'],
  'code.end': () => words.plain['code.end'],
  'household.split': () => words.plain['household.split'],
  'household.merge': () => words.plain['household.merge'],
  'person.split': () => words.plain['person.split'],
  'person.merge': () => words.plain['person.merge'],
  'regrouping.undo': () => words.plain['regrouping.undo'],
  'person.identify': () => words.plain['person.identify'],
};
