import * as z from 'zod/mini';
import { moment, reference, requiredReference, requiredText, structured, text } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import type { Json } from '../kernel/json.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

const scalar = z.nullable(z.union([z.string(), z.number(), z.boolean()]));

/** Declares that somebody changed one value: who, when, at which visit. Made by the server beside the edit, so that a field's history can be told offline. */
export const fieldChange = defineRecord({
  name: 'fieldChange',
  label: { zh: '改动', en: 'change' },
  placing: 'grid',
  appendOnly: true,
  governance: { purpose: '说明登记内容从何而来', legalBasis: 'duty', retainYears: 3 },
  fields: {
    table: requiredText('记录类型', 'record type', { merge: 'fixed', max: 40 }),
    rowId: requiredReference('记录', 'record', '*'),
    field: requiredText('字段', 'field', { merge: 'fixed', max: 60 }),
    before: structured<Json>('原来', 'before', scalar, { merge: 'server', sensitivity: 'personal', mask: 'omit' }),
    after: structured<Json>('改为', 'after', scalar, { merge: 'server', sensitivity: 'personal', mask: 'omit' }),
    changedAt: moment('时间', 'changed at', { merge: 'server' }),
    changedByName: text('谁改的', 'changed by', { merge: 'server', max: 60 }),
    visitId: reference('来自走访', 'from visit', 'visit', { merge: 'server' }),
    ...governed,
  },
});

/** Is one change of one value. */
export type FieldChange = RecordOf<typeof fieldChange>;
