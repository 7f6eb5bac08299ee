import * as z from 'zod/mini';
import {
  type CodeList,
  moment,
  reference,
  requiredCode,
  requiredReference,
  requiredText,
  structured,
  text,
} from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import type { Json } from '../kernel/json.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists what became of a losing value. */
export const conflictState = {
  name: 'conflictState',
  standard: '本系统',
  entries: [
    { code: 'open', zh: '两个版本', en: 'open' },
    { code: 'kept', zh: '保留现在的', en: 'kept' },
    { code: 'changed', zh: '改用另一个', en: 'changed' },
  ],
} as const satisfies CodeList;

const scalar = z.nullable(z.union([z.string(), z.number(), z.boolean()]));

/** Declares the losing value of two edits that did not know of each other; a person sees it and decides. */
export const conflict = defineRecord({
  name: 'conflict',
  label: { zh: '两个版本', en: 'conflict' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '不丢掉任何人写下的内容', legalBasis: 'duty', retainYears: 3 },
  fields: {
    table: requiredText('记录类型', 'record type', { merge: 'fixed', max: 40 }),
    rowId: requiredReference('记录', 'record', '*'),
    field: requiredText('字段', 'field', { merge: 'fixed', max: 60 }),
    lostValue: structured<Json>('没用上的值', 'losing value', scalar, {
      merge: 'server',
      sensitivity: 'personal',
      mask: 'omit',
    }),
    lostByName: text('谁写的', 'written by', { merge: 'server', max: 60 }),
    lostAt: moment('什么时候写的', 'written at', { merge: 'server' }),
    wonByName: text('现在的值是谁写的', 'winner', { merge: 'server', max: 60 }),
    wonAt: moment('现在的值什么时候写的', 'winner at', { merge: 'server' }),
    lostMutationId: reference('变更', 'mutation', 'mutation', { merge: 'server' }),
    state: requiredCode('状态', 'state', conflictState, { merge: 'server' }),
    ...governed,
  },
});

/** Is the losing value of two concurrent edits. */
export type Conflict = RecordOf<typeof conflict>;
