import { type CodeList, day, requiredCode, requiredReference } from '../kernel/field.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists the roles of this version; the scope of a role is the subtree of the posting's unit. */
export const role = {
  name: 'role',
  standard: '本系统',
  entries: [
    { code: 'gridWorker', zh: '网格员', en: 'grid worker' },
    { code: 'volunteer', zh: '志愿者', en: 'volunteer' },
    { code: 'communityAdmin', zh: '社区管理员', en: 'community administrator' },
    { code: 'operator', zh: '系统管理员', en: 'operator' },
  ],
} as const satisfies CodeList;

/** Is what somebody does at a unit. */
export type Role = (typeof role.entries)[number]['code'];

/** Declares who does what where and when. Postings are kept with dates, so that a past scope can be told. */
export const posting = defineRecord({
  name: 'posting',
  label: { zh: '任职', en: 'posting' },
  placing: 'server',
  appendOnly: false,
  governance: null,
  fields: {
    accountId: requiredReference('账号', 'account', 'account'),
    unitId: requiredReference('组织', 'unit', 'unit'),
    role: requiredCode('角色', 'role', role, { merge: 'fixed' }),
    fromOn: day('开始', 'from'),
    toOn: day('结束', 'to'),
  },
});

/** Is one person's duty at one unit. */
export type Posting = RecordOf<typeof posting>;
