import { doors, isInGrid } from './ledger-queries.ts';

/** China keeps one civil time: the day of a moment there. */
const dayOf = (moment: string): string => `date((${moment}) / 1000 + 28800, 'unixepoch')`;

const inPeriod = (moment: string): string =>
  `(@fromAt IS NULL OR ${moment} >= @fromAt) AND (@beforeAt IS NULL OR ${moment} < @beforeAt)`;

/** When a need was solved: told, or else the moment at which somebody set it to done. */
const solvedAt = `coalesce(n.answered_at, CASE WHEN n.state IN ('done', 'answered') THEN json_extract(n.marks, '$.state.at') END)`;

/**
 * Sums up each day of each grid, oldest first. A household counts once a day: as met if somebody was met, else by its last answer. Voided and corrected
 * visits are left out.
 */
export const gridLogQuery = `
  WITH d AS (${doors}),
  v AS (
    SELECT d.grid_id, ${dayOf('v.visited_at')} AS day, coalesce(v.household_id, v.dwelling_id) AS home, v.outcome, v.way, v.is_late_entry,
      row_number() OVER (
        PARTITION BY d.grid_id, ${dayOf('v.visited_at')}, coalesce(v.household_id, v.dwelling_id)
        ORDER BY v.outcome = 'met' DESC, v.visited_at DESC, v.id) AS place
    FROM visits v JOIN d ON d.id = v.dwelling_id
    WHERE v.community_id = @communityId AND v.deleted = 0 AND v.void_of IS NULL AND v.visited_at IS NOT NULL AND ${isInGrid} AND ${inPeriod('v.visited_at')}
      AND NOT EXISTS (SELECT 1 FROM visits x WHERE x.community_id = v.community_id AND x.void_of = v.id)
      AND NOT EXISTS (SELECT 1 FROM visits x WHERE x.community_id = v.community_id AND x.corrects = v.id)),
  seen AS (
    SELECT grid_id, day, sum(place = 1) AS households, sum(place = 1 AND outcome = 'met') AS met,
      sum(place = 1 AND outcome = 'noAnswer') AS no_answer, sum(place = 1 AND outcome = 'refused') AS refused,
      sum(place = 1 AND outcome = 'movedOut') AS moved_out, sum(place = 1 AND outcome = 'vacant') AS vacant,
      sum(is_late_entry = 1) AS late, sum(way = 'phone') AS phone
    FROM v GROUP BY grid_id, day),
  heard AS (
    SELECT d.grid_id, ${dayOf('n.raised_at')} AS day, count(*) AS needs, group_concat(n.kind, ' ') AS need_kinds,
      sum(coalesce(${dayOf(solvedAt)} = ${dayOf('n.raised_at')}, 0)) AS solved
    FROM needs n JOIN d ON d.id = n.dwelling_id
    WHERE n.community_id = @communityId AND n.deleted = 0 AND n.raised_at IS NOT NULL AND ${isInGrid} AND ${inPeriod('n.raised_at')}
    GROUP BY d.grid_id, 2),
  told AS (
    SELECT d.grid_id, ${dayOf('n.answered_at')} AS day, count(*) AS told
    FROM needs n JOIN d ON d.id = n.dwelling_id
    WHERE n.community_id = @communityId AND n.deleted = 0 AND n.answered_at IS NOT NULL AND ${isInGrid} AND ${inPeriod('n.answered_at')}
    GROUP BY d.grid_id, 2),
  days AS (SELECT grid_id, day FROM seen UNION SELECT grid_id, day FROM heard UNION SELECT grid_id, day FROM told)
  SELECT days.day, g.name AS grid, coalesce(seen.households, 0) AS households, coalesce(seen.met, 0) AS met,
    coalesce(seen.no_answer, 0) AS no_answer, coalesce(seen.refused, 0) AS refused, coalesce(seen.moved_out, 0) AS moved_out,
    coalesce(seen.vacant, 0) AS vacant, coalesce(seen.late, 0) AS late, coalesce(seen.phone, 0) AS phone,
    coalesce(heard.needs, 0) AS needs, heard.need_kinds, coalesce(heard.solved, 0) AS solved, coalesce(told.told, 0) AS told
  FROM days
  LEFT JOIN units g ON g.community_id = @communityId AND g.id = days.grid_id
  LEFT JOIN seen ON seen.grid_id IS days.grid_id AND seen.day = days.day
  LEFT JOIN heard ON heard.grid_id IS days.grid_id AND heard.day = days.day
  LEFT JOIN told ON told.grid_id IS days.grid_id AND told.day = days.day
  ORDER BY days.day, g.sort_order, g.id`;

/** Sums the log up; `total` counts its lines. */
export const gridLogFiguresQuery = `
  SELECT count(*) AS total, coalesce(sum(households), 0) AS visitedHouseholds, coalesce(sum(needs), 0) AS needs,
    coalesce(sum(solved), 0) AS solved, coalesce(sum(told), 0) AS told FROM (${gridLogQuery})`;
