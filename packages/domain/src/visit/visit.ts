import { visitOutcome } from '../codes/visit-outcome.ts';
import { visitWay } from '../codes/visit-way.ts';
import { flag, moment, reference, requiredCode, requiredReference, text } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Declares one knock at one door. Append-only: a wrong door is corrected by a new visit that names the old one, a slip is voided by one. */
export const visit = defineRecord({
  name: 'visit',
  label: { zh: '走访', en: 'visit' },
  placing: 'grid',
  appendOnly: true,
  governance: { purpose: '记录入户走访,跟进需求', legalBasis: 'duty', retainYears: 5 },
  fields: {
    dwellingId: requiredReference('房屋', 'dwelling', 'dwelling'),
    householdId: reference('住户', 'household', 'household'),
    outcome: requiredCode('结果', 'outcome', visitOutcome, { merge: 'fixed', sensitivity: 'personal' }),
    way: requiredCode('方式', 'way', visitWay, { merge: 'fixed' }),
    visitedAt: moment('走访时间', 'visited at', { merge: 'fixed' }),
    isLateEntry: flag('补录', 'late entry', { merge: 'fixed' }),
    hasClockSkew: flag('时钟有偏差', 'clock skew', { merge: 'server' }),
    visitedBy: reference('走访人', 'visitor', 'account', { merge: 'server' }),
    visitorName: text('走访人', 'visitor name', { merge: 'server', max: 60 }),
    note: text('情况', 'note', { merge: 'fixed', sensitivity: 'personal', mask: 'omit' }),
    unchanged: flag('都没变', 'unchanged', { merge: 'fixed' }),
    voidOf: reference('作废', 'void of', 'visit'),
    corrects: reference('更正', 'corrects', 'visit'),
    reason: text('原因', 'reason', { merge: 'fixed', max: 200 }),
    recordedAt: moment('登记时间', 'recorded at', { merge: 'server' }),
    ...governed,
  },
});

/** Is one visit. */
export type Visit = RecordOf<typeof visit>;
