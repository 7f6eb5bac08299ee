import { codeLabel, tagKind } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import { headOf, householdsOfDoor, membersOf, tagKindsOf } from '../reading/household.ts';
import { doorName } from '../reading/place.ts';
import { readRecord } from '../reading/read-record.ts';
import type { SearchHit } from './search-index.ts';

/** A found door in words: where it is, and who lives there or was looked for. */
export interface FoundDoor {
  readonly name: string;
  readonly who: string;
  readonly tags: string;
}

/** Says whom a hit found: the person looked for, else the household's head, else that nobody is registered. */
export const foundDoor = (view: RowView, { dwellingId, householdId, personId }: SearchHit): FoundDoor => {
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  const household = householdId ?? householdsOfDoor(view, dwellingId)[0]?.id ?? null;
  const members = household === null ? [] : membersOf(view, household).current;
  const person = members.find((member) => member.person.id === personId)?.person ?? headOf(members)?.person;
  return {
    name: dwelling === undefined ? '' : doorName(view, dwelling),
    who: person === undefined ? t.register.nobodyRegistered : (person.name ?? t.register.household.unnamed),
    tags: tagKindsOf(members)
      .map((kind) => codeLabel(tagKind, kind))
      .join(' · '),
  };
};
