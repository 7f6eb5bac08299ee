import type { Drafts } from './drafts.ts';
import { isErased } from './reading/person-name.ts';
import { readRecord } from './reading/read-record.ts';
import type { Register } from './register.ts';

const prefix = 'edit member ';

/** Names the draft of the form in which a person and their place in a household are changed. */
export const memberDraft = (membershipId: string): string => `${prefix}${membershipId}`;

/** Forgets what was typed and not saved about people who were erased meanwhile. It runs at every change, so it goes by the few drafts and not by the people. */
export const forgetErasedDrafts = ({ confirmed }: Pick<Register, 'confirmed'>, drafts: Drafts): void => {
  for (const form of drafts.forms()) {
    if (!form.startsWith(prefix)) continue;
    const membership = readRecord(confirmed, 'membership', form.slice(prefix.length));
    const person = membership && readRecord(confirmed, 'person', membership.personId);
    if (person !== undefined && isErased(person)) drafts.keep(form, null);
  }
};
