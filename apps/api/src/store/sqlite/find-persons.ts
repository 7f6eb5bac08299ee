import type { LedgerRow } from '../ledger-port.ts';
import type { Side } from './core.ts';
import { doors } from './ledger-queries.ts';

const query = `
  WITH d AS (${doors}), found AS (
    SELECT p.id AS person_id, p.name, p.phone, p.erased_at, m.relation_to_head, m.relation_text, d.estate, d.building, d.entrance, d.door_label,
      coalesce(p.name, '') || ' ' || coalesce(p.phone, '') || ' ' || coalesce(d.estate, '') || coalesce(d.building, '') ||
        coalesce(d.entrance, '') || coalesce(d.door_label, '') AS words
    FROM persons p
    LEFT JOIN memberships m ON m.community_id = p.community_id AND m.id = (
      SELECT o.id FROM memberships o WHERE o.community_id = p.community_id AND o.person_id = p.id AND o.deleted = 0
      ORDER BY o.to_on IS NOT NULL, o.id LIMIT 1)
    LEFT JOIN households h ON h.community_id = p.community_id AND h.id = m.household_id
    LEFT JOIN d ON d.id = h.dwelling_id
    WHERE p.community_id = @communityId AND p.deleted = 0 AND (@personId IS NULL OR p.id = @personId))
  SELECT *, count(*) OVER () AS total FROM found
  WHERE NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(found.words, w.value) = 0)
  ORDER BY name IS NULL, length(name), name, person_id LIMIT @limit`;

const limit = 50;

/** Finds people by words that must all stand in their name, phone or door; or one by id. */
export const findPersons = (
  side: Side,
  communityId: string,
  wanted: { readonly search: string } | { readonly personId: string },
): readonly LedgerRow[] => {
  const words = 'search' in wanted ? wanted.search.split(/\s+/u).filter((word) => word !== '') : [];
  const personId = 'personId' in wanted ? wanted.personId : null;
  return side.sqlite
    .prepare<[Readonly<Record<string, string | number | null>>], LedgerRow>(query)
    .all({ communityId, personId, words: JSON.stringify(words), limit });
};
