import { movesSchema, type RegroupingMove } from '@lianxin/domain';
import type { CommunityRows } from './community-rows.ts';
import { type StoredRow, textOf } from './row.ts';

/** Is the households that have to do with somebody. */
export interface HouseholdsOf {
  /** Where they are recorded, and were before a split or merge moved their membership. */
  readonly own: ReadonlySet<string>;
  /** These and every household that was split from or merged with one of them, taken back or not: needs went along, and what they say with them. */
  readonly reached: ReadonlySet<string>;
}

/** Finds the households of a person by their memberships: a membership names only the household of today, the regroupings remember the ones before. */
export const householdsOf = (rows: CommunityRows, memberships: readonly StoredRow[]): HouseholdsOf => {
  const own = new Set(memberships.flatMap((row) => textOf(row, 'householdId') ?? []));
  const ownIds = new Set(memberships.map(({ id }) => id));
  const reached = new Set(own);
  // Grows while it is walked: a household may have been split and merged many times.
  for (const id of reached) {
    for (const field of ['fromId', 'intoId']) {
      for (const regrouping of rows.by('regrouping', field, id)) {
        for (const end of ['fromId', 'intoId']) reached.add(textOf(regrouping, end) ?? id);
        for (const move of movesOf(regrouping)) {
          if (!ownIds.has(move.id) || move.field !== 'householdId') continue;
          for (const home of [move.before, move.after]) if (home !== null) own.add(home);
        }
      }
    }
  }
  return { own, reached };
};

const movesOf = ({ fields }: StoredRow): readonly RegroupingMove[] => movesSchema.safeParse(fields.moves).data ?? [];
