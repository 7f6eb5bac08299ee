import {
  dwelling,
  erasedMark,
  household,
  type MaskKind,
  maskName,
  maskValue,
  membership,
  person,
  tag,
} from '@lianxin/domain';
import { parseWrittenNames, relationInRemark } from '../parse/written-name.ts';
import { parseWrittenPhone } from '../parse/written-phone.ts';
import type { ColumnTarget } from '../recognise/ledger-field.ts';

/** Hides the text of one cell of a ledger. */
export type MaskCell = (target: ColumnTarget, text: string) => string;

/**
 * The masks follow the record declarations. Doors stay, because a ledger is a list of doors; columns that no record
 * explains may hold anything and are left out.
 */
const maskOfTarget: Partial<Record<string, MaskKind | undefined>> = {
  headName: person.fields.name.mask,
  headPhone: household.fields.phone.mask,
  headIdentityNumber: 'identityNumber',
  householdNo: household.fields.householdNo.mask,
  name: person.fields.name.mask,
  birthOn: person.fields.birthOn.mask,
  identityNumber: 'identityNumber',
  phone: person.fields.phone.mask,
  maritalStatus: person.fields.maritalStatus.mask,
  education: person.fields.education.mask,
  politicalStatus: person.fields.politicalStatus.mask,
  populationKind: person.fields.populationKind.mask,
  occupation: person.fields.occupation.mask,
  workplace: person.fields.workplace.mask,
  registeredAddress: person.fields.registeredAddress.mask,
  livesWhereRegistered: membership.fields.livesWhereRegistered.mask,
  tags: tag.fields.kind.mask,
  note: dwelling.fields.note.mask,
  kept: 'omit',
};

/** Hides what may not leave the house by default: names, phones, numbers, notes, groups. */
export const maskLedgerCell: MaskCell = (target, text) => {
  const kind = target.startsWith('tag:') ? 'omit' : maskOfTarget[target];
  if (kind === 'phone' && parseWrittenPhone(text).kind === 'sameAsAbove') return text;
  if (kind === 'name') return maskNames(text);
  return kind === undefined ? text : maskValue(kind, text);
};

/** Several people in one cell are each hidden; what stands in brackets stays only when it is a relation. */
const maskNames = (text: string): string => {
  if (text === erasedMark) return text;
  const names = parseWrittenNames(text);
  if (names.kind !== 'people') return names.kind === 'nobody' ? text : maskName(text);
  return names.people
    .map(({ name, remark }) => maskName(name) + (relationInRemark(remark) === undefined ? '' : `（${remark}）`))
    .join('、');
};
