import * as z from 'zod/mini';
import { flag, requiredText, structured, text, wholeNumber } from '../kernel/field.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Declares how often whom to visit, as data: an administrator edits it, a phone derives from it who is due. A row replaces the preset that it names. */
export const cadence = defineRecord({
  name: 'cadence',
  label: { zh: '走访频次', en: 'cadence' },
  placing: 'community',
  appendOnly: false,
  governance: null,
  fields: {
    /** The shipped preset that this row replaces; null for a cadence of the community's own. */
    presetKey: text('预设', 'preset', { merge: 'server', max: 40 }),
    name: requiredText('名称', 'name', { merge: 'server', max: 40 }),
    /** Codes of tagKind; anybody in the household with one of them is meant. Empty means every household. */
    tagKinds: structured<readonly string[]>('人群', 'groups', z.readonly(z.array(z.string().check(z.maxLength(40)))), {
      merge: 'server',
    }),
    /** Codes of tagKind of which the same person must have one too. */
    alsoTagKinds: structured<readonly string[]>(
      '同时是',
      'also',
      z.readonly(z.array(z.string().check(z.maxLength(40)))),
      { merge: 'server' },
    ),
    /** The age in whole years from which it applies; null for all ages. */
    minAge: wholeNumber('年龄从', 'age from', { merge: 'server', max: 130 }),
    /** One visit in this many days. */
    everyDays: wholeNumber('每几天一次', 'every days', { merge: 'server', min: 1, max: 800 }),
    /** Days within which to visit after a major change in the household; null where a change asks for nothing. */
    afterChangeDays: wholeNumber('变化后几天内', 'days after a change', { merge: 'server', min: 1, max: 60 }),
    isActive: flag('启用', 'active', { merge: 'server' }),
    sortOrder: wholeNumber('顺序', 'sort order', { merge: 'server' }),
  },
});

/** Is how often whom to visit. */
export type Cadence = RecordOf<typeof cadence>;
