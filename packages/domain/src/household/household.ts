import { day, requiredReference, text } from '../kernel/field.ts';
import { governed, serverOnly, verificationField } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Declares a household living behind a door; a door may hold none, one or several, told apart by a room label. */
export const household = defineRecord({
  name: 'household',
  label: { zh: '住户', en: 'household' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '掌握住户基本情况,提供上门服务', legalBasis: 'duty', retainYears: 5 },
  fields: {
    dwellingId: requiredReference('房屋', 'dwelling', 'dwelling', { merge: 'server' }),
    householdNo: text('户号', 'household number', {
      max: 40,
      sensitivity: 'personal',
      mask: 'omit',
      synonyms: ['户号', '户编号'],
    }),
    roomLabel: text('屋', 'room', { max: 40, synonyms: ['屋', '房间', '东屋西屋'] }),
    phone: text('户主电话', 'household phone', {
      max: 40,
      sensitivity: 'personal',
      mask: 'phone',
      synonyms: ['户主电话', '户主联系电话'],
    }),
    fromOn: day('入住', 'from', { synonyms: ['入住日期', '入住时间', '来本地日期'] }),
    toOn: day('搬离', 'to', { merge: 'server' }),
    verification: verificationField,
    note: text('备注', 'note', { sensitivity: 'personal', mask: 'omit', synonyms: ['备注', '说明'] }),
    importKey: serverOnly(text('导入键', 'import key', { merge: 'server', max: 200, sensitivity: 'sealed' })),
    ...governed,
  },
});

/** Is a household. */
export type Household = RecordOf<typeof household>;
