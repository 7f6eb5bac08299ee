import { gridLogFiguresQuery } from './grid-log-query.ts';
import { doors, helpQuery, holdsOn, isInGrid, residentsQuery, visitsQuery } from './ledger-queries.ts';

/** Sums up residents: who lives behind the doors, and of which doors that is not known. `total` counts the ledger's lines. */
const residentsFiguresQuery = `
  WITH d AS (${doors}),
  c AS (SELECT d.id, d.use, h.id AS household_id FROM d
    LEFT JOIN households h ON h.community_id = d.community_id AND h.dwelling_id = d.id AND ${holdsOn('h')} WHERE ${isInGrid}),
  r AS (SELECT p.id, p.identity_number_state AS state FROM c
    JOIN memberships m ON m.community_id = @communityId AND m.household_id = c.household_id AND ${holdsOn('m')}
    JOIN persons p ON p.community_id = m.community_id AND p.id = m.person_id AND p.deleted = 0)
  SELECT (SELECT count(*) FROM (${residentsQuery})) AS total,
    (SELECT count(DISTINCT household_id) FROM c) AS households, (SELECT count(DISTINCT id) FROM r) AS people,
    (SELECT count(DISTINCT id) FROM c) AS doors,
    (SELECT count(*) FROM c WHERE household_id IS NULL AND use = 'vacant') AS vacant,
    (SELECT count(*) FROM c WHERE household_id IS NULL AND use IS NOT 'vacant') AS unknownDoors,
    (SELECT count(DISTINCT id) FROM r WHERE state = 'toCheck') AS unchecked`;

/** Sums up each ledger; `total` counts its lines. */
export const figuresQueries = {
  residents: residentsFiguresQuery,
  visits: `SELECT count(*) AS total, count(*) AS visits, count(DISTINCT dwelling_id) AS doors FROM (${visitsQuery})`,
  help: `SELECT count(*) AS total, count(*) AS helps, coalesce(sum(service_minutes), 0) AS minutes,
    coalesce(sum(people_served), 0) AS served FROM (${helpQuery})`,
  'grid-log': gridLogFiguresQuery,
} as const;

/** Lists who exported a ledger last; 按原表样 is another shape of the residents. */
export const lastExportsQuery = `
  SELECT at, coalesce(actor_name, '') AS byName, facts FROM audit
  WHERE community_id = @communityId AND action = 'ledger.exported'
    AND CASE json_extract(facts, '$.ledger') WHEN 'as-imported' THEN 'residents' ELSE json_extract(facts, '$.ledger') END = @ledger
  ORDER BY seq DESC LIMIT 5`;
