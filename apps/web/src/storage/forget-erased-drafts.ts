import type { Drafts } from './drafts.ts';
import { isErased } from './reading/person-name.ts';
import { readRecord, readRecordsBy } from './reading/read-record.ts';
import type { Register } from './register.ts';

/** Names the draft of the form in which a person and their place in a household are changed. */
export const memberDraft = (membershipId: string): string => `edit member ${membershipId}`;

/** Forgets what was typed and not saved about people who were erased meanwhile. */
export const forgetErasedDrafts = ({ confirmed }: Pick<Register, 'confirmed'>, drafts: Drafts): void => {
  for (const { id } of confirmed.all('person')) {
    const person = readRecord(confirmed, 'person', id);
    if (person === undefined || !isErased(person)) continue;
    for (const membership of readRecordsBy(confirmed, 'membership', { field: 'personId', to: id })) {
      if (drafts.get(memberDraft(membership.id)) !== undefined) drafts.keep(memberDraft(membership.id), null);
    }
  }
};
