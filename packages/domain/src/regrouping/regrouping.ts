import * as z from 'zod/mini';
import { type CodeList, moment, requiredCode, requiredReference, structured, text } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import type { Json } from '../kernel/json.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists how households and persons are put together or taken apart. */
export const regroupingKind = {
  name: 'regroupingKind',
  standard: '本系统',
  entries: [
    { code: 'splitHousehold', zh: '分户', en: 'household split' },
    { code: 'mergeHouseholds', zh: '并户', en: 'households merged' },
    { code: 'splitPerson', zh: '拆成两人', en: 'person split' },
    { code: 'mergePersons', zh: '并为一人', en: 'persons merged' },
  ],
} as const satisfies CodeList;

/** Is one value that a regrouping set, with what was there before, so that it can be taken back. */
const move = z.strictObject({
  table: z.string(),
  id: z.string(),
  field: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});

/** Is everything a regrouping set. */
export const movesSchema = z.array(move);

/** Declares one merge or split with what it moved: undoing puts back what nobody has moved since. */
export const regrouping = defineRecord({
  name: 'regrouping',
  label: { zh: '分并记录', en: 'regrouping' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '更正登记并能恢复', legalBasis: 'duty', retainYears: 5 },
  fields: {
    kind: requiredCode('类别', 'kind', regroupingKind, { merge: 'fixed' }),
    fromId: requiredReference('从', 'from', '*'),
    intoId: requiredReference('到', 'into', '*'),
    moves: structured<Json>(
      '改动',
      'moves',
      z.custom<Json>((value) => movesSchema.safeParse(value).success),
      {
        merge: 'server',
      },
    ),
    doneAt: moment('时间', 'done at', { merge: 'server' }),
    doneByName: text('谁做的', 'done by', { merge: 'server', max: 60 }),
    /** What undoing left as it was, because somebody had moved it since. */
    stayed: structured<Json>(
      '没动的',
      'left as it was',
      z.custom<Json>((value) => movesSchema.safeParse(value).success),
      { merge: 'server' },
    ),
    undoneAt: moment('恢复时间', 'undone at', { merge: 'server' }),
    undoneByName: text('谁恢复的', 'undone by', { merge: 'server', max: 60 }),
    ...governed,
  },
});

/** Is one merge or split. */
export type Regrouping = RecordOf<typeof regrouping>;
/** Is one value that a regrouping set. */
export type RegroupingMove = z.infer<typeof move>;
