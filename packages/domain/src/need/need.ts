import { needKind } from '../codes/need-kind.ts';
import { needState } from '../codes/need-state.ts';
import { day, moment, reference, requiredCode, requiredReference, text } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Declares what was heard at a door and must end in an answer: 待办, 在办, 已办, 已回话. */
export const need = defineRecord({
  name: 'need',
  label: { zh: '需求', en: 'need' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '跟进住户需求直到回话', legalBasis: 'duty', retainYears: 5 },
  fields: {
    dwellingId: requiredReference('房屋', 'dwelling', 'dwelling'),
    householdId: reference('住户', 'household', 'household'),
    personId: reference('人员', 'person', 'person'),
    kind: requiredCode('类别', 'kind', needKind),
    detail: text('内容', 'detail', { sensitivity: 'personal', mask: 'omit' }),
    state: requiredCode('状态', 'state', needState, { merge: 'server' }),
    dueOn: day('期限', 'due'),
    handlerName: text('经办人', 'handler', { max: 60 }),
    raisedByVisitId: reference('来自走访', 'raised by visit', 'visit'),
    raisedAt: moment('提出时间', 'raised at', { merge: 'server' }),
    raisedByName: text('登记人', 'raised by', { merge: 'server', max: 60 }),
    answer: text('答复', 'answer', { merge: 'server', sensitivity: 'personal', mask: 'omit' }),
    answeredAt: moment('回话时间', 'answered at', { merge: 'server' }),
    closedByHelpId: reference('由帮忙办成', 'closed by help', 'help', { merge: 'server' }),
    ...governed,
  },
});

/** Is one need. */
export type Need = RecordOf<typeof need>;

/** Is how far a need has come. */
export type NeedState = Need['state'];

const nextStates = {
  open: ['inProgress', 'done', 'answered'],
  inProgress: ['done', 'answered', 'open'],
  done: ['answered', 'inProgress'],
  answered: ['inProgress'],
} as const satisfies Readonly<Record<NeedState, readonly NeedState[]>>;

/** Lists where a need may go next; an answered need can only be reopened. */
export const nextNeedStates = (from: NeedState): readonly NeedState[] => nextStates[from];
