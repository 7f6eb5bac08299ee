import { tagKind } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { headOf, householdsOfDoor, type Member, membersOf, tagKindsOf } from '../reading/household.ts';
import { bornWords, nameWords, shortNameWords } from '../reading/person-name.ts';
import { doorName } from '../reading/place.ts';
import { readRecord } from '../reading/read-record.ts';
import type { SearchHit } from './search-index.ts';

/** A found door in words: where it is, and who lives there or was looked for. */
export interface FoundDoor {
  readonly name: string;
  readonly who: string;
  readonly tags: string;
}

/** Whoever was not looked for is not named in a list that others may see. */
const headWords = (members: readonly Member[]): string => {
  const head = headOf(members);
  return head === undefined ? t.register.nobodyRegistered : shortNameWords(head.person);
};

/** Says whom a hit found: the person looked for by name, else the household's head masked, else that nobody is registered. */
export const foundDoor = (view: RowView, { dwellingId, householdId, personId }: SearchHit): FoundDoor => {
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  const household = householdId ?? householdsOfDoor(view, dwellingId)[0]?.id ?? null;
  const members = household === null ? [] : membersOf(view, household).current;
  const sought = members.find((member) => member.person.id === personId);
  return {
    name: dwelling === undefined ? '' : doorName(view, dwelling),
    who:
      sought === undefined
        ? headWords(members)
        : [nameWords(sought.person), bornWords(sought.person)].filter(Boolean).join(' · '),
    tags: tagKindsOf(members)
      .map((kind) => codeLabel(tagKind, kind))
      .join(' · '),
  };
};
