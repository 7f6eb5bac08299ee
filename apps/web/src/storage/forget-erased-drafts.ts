import type { Json } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import type { Drafts } from './drafts.ts';
import { isErased } from './reading/person-name.ts';
import { readRecord, readRecordsBy } from './reading/read-record.ts';
import type { Register } from './register.ts';

const memberPrefix = 'edit member ';
const numberPrefix = 'member number ';
const visitPrefix = 'visit ';

/** Names the draft of the form in which a person and their place in a household are changed. */
export const memberDraft = (membershipId: string): string => `${memberPrefix}${membershipId}`;

/** Names the draft of the sealed ID number in that form. */
export const memberNumberDraft = (membershipId: string): string => `${numberPrefix}${membershipId}`;

/** Names the draft of a visit to a door, or to one household behind it. */
export const visitDraft = (dwellingId: string, householdId: string | null): string =>
  `${visitPrefix}${dwellingId} ${householdId ?? ''}`;

/** Forgets what was typed and not saved about people who were erased meanwhile. It runs at every change, so it goes by the few drafts and not by the people. */
export const forgetErasedDrafts = ({ confirmed }: Pick<Register, 'confirmed'>, drafts: Drafts): void => {
  for (const form of drafts.forms()) {
    const prefix = [memberPrefix, numberPrefix].find((each) => form.startsWith(each));
    if (prefix !== undefined && isGone(confirmed, 'membership', form.slice(prefix.length))) drafts.keep(form, null);
    if (!form.startsWith(visitPrefix)) continue;
    const draft = drafts.get(form) ?? null;
    const rest = restOfVisit(confirmed, draft);
    if (rest !== draft) drafts.keep(form, rest);
  }
};

/** A visit half written keeps what it says of others; what names only people who were erased goes as a whole, with note, answers and photos. */
const restOfVisit = (confirmed: RowView, draft: Json): Json => {
  if (!isObject(draft)) return draft;
  if (isEmptied(confirmed, draft['householdId'])) return null;
  const changes = Array.isArray(draft['changes']) ? draft['changes'] : [];
  const others = changes.filter((change) => !(isObject(change) && isGone(confirmed, change['table'], change['id'])));
  if (others.length === changes.length) return draft;
  return others.length === 0 ? null : { ...draft, changes: others };
};

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a record is of a person who was erased: the person, or their place in a household. */
const isGone = (confirmed: RowView, table: Json | undefined, id: Json | undefined): boolean => {
  if (typeof id !== 'string') return false;
  if (table === 'membership') return isGone(confirmed, 'person', readRecord(confirmed, table, id)?.personId);
  const person = table === 'person' ? readRecord(confirmed, table, id) : undefined;
  return person !== undefined && isErased(person);
};

/** Whether everybody who ever belonged to a household was erased. */
const isEmptied = (confirmed: RowView, householdId: Json | undefined): boolean => {
  if (typeof householdId !== 'string') return false;
  const members = readRecordsBy(confirmed, 'membership', { field: 'householdId', to: householdId });
  return members.length > 0 && members.every(({ personId }) => isGone(confirmed, 'person', personId));
};
