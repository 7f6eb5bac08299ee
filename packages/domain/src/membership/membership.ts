import { membershipEndReason } from '../codes/membership-end-reason.ts';
import { membershipKind } from '../codes/membership-kind.ts';
import { relationToHead } from '../codes/relation-to-head.ts';
import { code, day, flag, requiredCode, requiredReference, text } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Declares that a person belongs to a household from one day to another, so that a ledger of a past date can be told. */
export const membership = defineRecord({
  name: 'membership',
  label: { zh: '家庭成员', en: 'membership' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '掌握住户基本情况,提供上门服务', legalBasis: 'duty', retainYears: 5 },
  fields: {
    personId: requiredReference('人员', 'person', 'person'),
    householdId: requiredReference('住户', 'household', 'household'),
    kind: requiredCode('居住情况', 'kind', membershipKind, {
      synonyms: ['居住情况', '居住状态', '人户情况', '在住情况'],
    }),
    relationToHead: code('与户主关系', 'relation to head', relationToHead, {
      synonyms: ['与户主关系', '关系', '与户主的关系', '家庭关系', '称谓'],
    }),
    relationText: text('关系(原文)', 'relation as written', { max: 40 }),
    livesWhereRegistered: flag('人户一致', 'lives where registered', {
      synonyms: ['人户一致', '人户一致标识', '是否人户一致'],
    }),
    fromOn: day('开始', 'from'),
    toOn: day('结束', 'to', { merge: 'server' }),
    endReason: code('结束原因', 'end reason', membershipEndReason, { merge: 'server' }),
    ...governed,
  },
});

/** Is one person's place in one household. */
export type Membership = RecordOf<typeof membership>;
