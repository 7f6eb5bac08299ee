import {
  codeLabel,
  dwellingUse,
  education,
  type FieldMap,
  isSameJson,
  type Json,
  type LedgerCodeList,
  maritalStatus,
  membershipKind,
  politicalStatus,
  populationKind,
  relationToHead,
  sex,
  type Tag,
  tagKind,
} from '@lianxin/domain';
import type { ParsedMember } from '../parse/parsed-ledger.ts';
import type { ColumnTarget, LedgerField } from '../recognise/ledger-field.ts';

/** Is what a cell says now that differs from what was imported. */
export type ChangedTexts = ReadonlyMap<ColumnTarget, string>;

const codesOf: Partial<Record<string, LedgerCodeList>> = {
  sex,
  maritalStatus,
  education,
  politicalStatus,
  populationKind,
  relationToHead,
  kind: membershipKind,
  use: dwellingUse,
};

const personTargets = [
  'name',
  'sex',
  'birthOn',
  'phone',
  'maritalStatus',
  'education',
  'politicalStatus',
  'populationKind',
  'occupation',
  'workplace',
  'registeredAddress',
] as const;

const membershipTargets: readonly (readonly [string, LedgerField])[] = [
  ['relationToHead', 'relation'],
  ['livesWhereRegistered', 'livesWhereRegistered'],
  ['kind', 'membershipKind'],
];

/** Writes a value of a record the way a ledger shows it. */
const ledgerText = (field: string, value: Json | undefined): string => {
  if (value === null || value === undefined) return '';
  const codes = codesOf[field];
  if (codes && typeof value === 'string') return codeLabel(codes, value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  const day = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value) : null;
  return day ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日` : String(value);
};

/** Lists what has changed about a person since the import. A field that the file left blank counts once the register knows it. */
export const changedMemberTexts = (
  member: ParsedMember | undefined,
  now: { readonly person: FieldMap; readonly membership: FieldMap; readonly tags: readonly Tag[] },
): ChangedTexts => {
  const changed = new Map<ColumnTarget, string>();
  for (const field of personTargets)
    compare(changed, field, { field, was: member?.person[field], is: now.person[field] });
  for (const [field, target] of membershipTargets) {
    // Everybody lives here unless the file says otherwise, so the default is no change.
    const was = member?.membership[field] ?? (field === 'kind' ? 'resident' : undefined);
    compare(changed, target, { field, was, is: now.membership[field] });
  }
  const kinds = now.tags.filter((tag) => tag.toOn === null).map((tag) => tag.kind);
  const before = member?.tags ?? [];
  for (const kind of new Set([...kinds, ...before])) {
    if (kinds.includes(kind) !== before.includes(kind)) changed.set(`tag:${kind}`, kinds.includes(kind) ? '是' : '否');
  }
  if (changed.size > 0 && [...changed.keys()].some((target) => target.startsWith('tag:'))) {
    changed.set('tags', kinds.map((kind) => codeLabel(tagKind, kind)).join('、'));
  }
  return changed;
};

/** Lists what has changed about a household and its door since the import. */
export const changedHouseholdTexts = (was: FieldMap, is: FieldMap): ChangedTexts => {
  const changed = new Map<ColumnTarget, string>();
  compare(changed, 'headPhone', { field: 'phone', was: was['phone'], is: is['phone'] });
  compare(changed, 'householdNo', { field: 'householdNo', was: was['householdNo'], is: is['householdNo'] });
  compare(changed, 'note', { field: 'note', was: was['note'], is: is['note'] });
  compare(changed, 'dwellingUse', { field: 'use', was: was['use'], is: is['use'] });
  compare(changed, 'headName', { field: 'name', was: was['headName'], is: is['headName'] });
  return changed;
};

const compare = (
  changed: Map<ColumnTarget, string>,
  target: LedgerField,
  { field, was, is }: { field: string; was: Json | undefined; is: Json | undefined },
): void => {
  if (!isSameJson(was ?? null, is ?? null)) changed.set(target, ledgerText(field, is));
};
