import { answerSheet } from '../answer-sheet/answer-sheet.ts';
import { cadence } from '../cadence/cadence.ts';
import { conflict } from '../conflict/conflict.ts';
import { dwelling } from '../dwelling/dwelling.ts';
import { fieldChange } from '../field-change/field-change.ts';
import { heldWork } from '../held-work/held-work.ts';
import { help } from '../help/help.ts';
import { household } from '../household/household.ts';
import { householdCode } from '../household-code/household-code.ts';
import type { RecordSpec } from '../kernel/record-spec.ts';
import { membership } from '../membership/membership.ts';
import { need } from '../need/need.ts';
import { person } from '../person/person.ts';
import { photo } from '../photo/photo.ts';
import { questionSet } from '../question-set/question-set.ts';
import { regrouping } from '../regrouping/regrouping.ts';
import { tag } from '../tag/tag.ts';
import { unit } from '../unit/unit.ts';
import { visit } from '../visit/visit.ts';
import { householdCard, wish, wishNotice } from '../wish/wish.ts';

/** Maps the name of every synced record type to its one declaration. A new record type is one line here. */
export const recordTypes = {
  unit,
  dwelling,
  household,
  person,
  membership,
  tag,
  visit,
  need,
  wish,
  wishNotice,
  householdCard,
  help,
  conflict,
  heldWork,
  cadence,
  questionSet,
  answerSheet,
  photo,
  householdCode,
  regrouping,
  fieldChange,
} as const;

/** Is the name of a synced record type. */
export type RecordName = keyof typeof recordTypes;

/** Lists the names of the synced record types, parents before children. */
export const recordNames: readonly RecordName[] = [
  'unit',
  'dwelling',
  'household',
  'person',
  'membership',
  'tag',
  'visit',
  'need',
  'wish',
  'wishNotice',
  'householdCard',
  'help',
  'conflict',
  'heldWork',
  'cadence',
  'questionSet',
  'answerSheet',
  'photo',
  'householdCode',
  'regrouping',
  'fieldChange',
];

/** Says whether a text names a synced record type. */
export const isRecordName = (name: string): name is RecordName => recordNames.some((known) => known === name);

/** Tells the declaration of a record type. */
export const specOf = (name: RecordName): RecordSpec => recordTypes[name];
