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
  wholeNumber,
} from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { isJson, type Json } from '../kernel/json.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists what became of work that waits for whoever works the grid now. */
export const heldWorkState = {
  name: 'heldWorkState',
  standard: '本系统',
  entries: [
    { code: 'open', zh: '待处理', en: 'open' },
    { code: 'taken', zh: '已采用', en: 'taken' },
    { code: 'dropped', zh: '不采用', en: 'dropped' },
  ],
} as const satisfies CodeList;

/** Declares work that could not be applied as its author sent it: they have left the grid, or their account is disabled. Whoever works the grid now decides. */
export const heldWork = defineRecord({
  name: 'heldWork',
  label: { zh: '待接手的记录', en: 'held work' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '不丢掉任何人写下的内容', legalBasis: 'duty', retainYears: 3 },
  fields: {
    mutationId: requiredReference('变更', 'mutation', 'mutation', { merge: 'server' }),
    mutationName: requiredText('变更类型', 'mutation name', { merge: 'server', max: 60 }),
    mutationVersion: wholeNumber('变更版本', 'mutation version', { merge: 'server' }),
    /** The arguments as they were sent. */
    args: structured<Json>(
      '内容',
      'arguments',
      z.custom<Json>((value) => isJson(value)),
      {
        merge: 'server',
        sensitivity: 'personal',
        mask: 'omit',
      },
    ),
    /** The record it is about: held work moves along with it. */
    subjectId: reference('记录', 'record', '*', { merge: 'server' }),
    authorId: reference('谁写的', 'author', 'account', { merge: 'server' }),
    authorName: text('谁写的', 'author name', { merge: 'server', max: 60 }),
    writtenAt: moment('什么时候写的', 'written at', { merge: 'server' }),
    reason: requiredText('原因', 'reason', { merge: 'server', max: 60 }),
    state: requiredCode('状态', 'state', heldWorkState, { merge: 'server' }),
    decidedByName: text('谁决定的', 'decided by', { merge: 'server', max: 60 }),
    decidedAt: moment('什么时候决定的', 'decided at', { merge: 'server' }),
    ...governed,
  },
});

/** Is work that waits for whoever works the grid now. */
export type HeldWork = RecordOf<typeof heldWork>;
