import { addYears, type CivilDate } from './civil-date.ts';
import { type CodeList, code, day, type FieldSpec, requiredCode, text } from './field.ts';
import type { FieldMap, Fields, Governance, RecordSpec } from './record-spec.ts';

/** Lists the legal bases of PIPL article 13 that community work relies on. */
export const legalBasis = {
  name: 'legalBasis',
  standard: '个人信息保护法 第十三条 (2021-11-01)',
  entries: [
    { code: 'duty', zh: '履行法定职责', en: 'statutory duty' },
    { code: 'consent', zh: '本人同意', en: 'consent' },
    { code: 'emergency', zh: '紧急情况', en: 'emergency' },
  ],
} as const satisfies CodeList;

/** Marks a field that stays on the server: it never appears in an answer to a phone. */
export const serverOnly = <S extends FieldSpec>(spec: S): S & { readonly onPhone: false } => ({
  ...spec,
  onPhone: false,
});

/** Declares what every personal record knows about its own keeping. */
export const governed = {
  purpose: serverOnly(text('处理目的', 'purpose', { merge: 'server', max: 200 })),
  legalBasis: serverOnly(code('合法性依据', 'legal basis', legalBasis, { merge: 'server' })),
  retainUntil: serverOnly(day('保留至', 'retain until', { merge: 'server' })),
} satisfies Fields;

/** Lists whether a fact made at the door has been checked by somebody. */
export const verification = {
  name: 'verification',
  standard: '本系统',
  entries: [
    { code: 'checked', zh: '已核', en: 'checked' },
    { code: 'toCheck', zh: '待核', en: 'to check' },
  ],
} as const satisfies CodeList;

/** Declares whether somebody has checked a record that was made at the door. */
export const verificationField = requiredCode('核实', 'verification', verification);

/** Fills in why a personal record is kept and until when, counted from the day it is written. */
export const governanceOf = (spec: RecordSpec, on: CivilDate): FieldMap =>
  spec.governance === null ? {} : governanceValues(spec.governance, on);

const governanceValues = (governance: Governance, on: CivilDate): FieldMap => ({
  purpose: governance.purpose,
  legalBasis: governance.legalBasis,
  retainUntil: addYears(on, governance.retainYears),
});
