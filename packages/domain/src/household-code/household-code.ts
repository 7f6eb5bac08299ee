import { day, requiredReference, requiredText } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Says whether a text is a token as codes carry it: 128 random bits as 22 letters of base64url. */
export const isCodeToken = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);

/** Declares a household's optional QR code: a random token kept indoors that says nothing by itself and opens the sheet for those in scope. */
export const householdCode = defineRecord({
  name: 'householdCode',
  label: { zh: '住户码', en: 'household code' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '上门时快速找到住户', legalBasis: 'consent', retainYears: 1 },
  fields: {
    householdId: requiredReference('住户', 'household', 'household'),
    /** 22 characters of base64url: 128 random bits. */
    token: requiredText('码', 'token', { merge: 'fixed', max: 64, sensitivity: 'personal', mask: 'omit' }),
    fromOn: day('开始', 'from', { merge: 'fixed' }),
    toOn: day('停用', 'to', { merge: 'server' }),
    ...governed,
  },
});

/** Is a household's QR code. */
export type HouseholdCode = RecordOf<typeof householdCode>;
