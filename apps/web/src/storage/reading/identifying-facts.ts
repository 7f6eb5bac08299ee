import type { IdentifyingFacts } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { householdsOfDoor, membersOf } from './household.ts';
import { readRecord } from './read-record.ts';

/**
 * Gathers what a public text about a household must not contain: everybody's names behind the door, and the door. The
 * server checks once more against the household of the need alone, so this never lets through what the server refuses.
 */
export const identifyingFactsOf = (view: RowView, dwellingId: string): IdentifyingFacts => {
  const households = householdsOfDoor(view, dwellingId);
  const members = households.flatMap(({ id }) => {
    const { current, former } = membersOf(view, id);
    return [...current, ...former];
  });
  const label = readRecord(view, 'dwelling', dwellingId)?.doorLabel;
  return {
    names: members.flatMap(({ person }) => person.name ?? []),
    doorLabels: label === undefined ? [] : [label],
  };
};
