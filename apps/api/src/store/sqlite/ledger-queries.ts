import { erasedMark } from '@lianxin/domain';

/** Tells each door with its place in the tree; an entrance hangs on its building, a building on its grid. */
export const doors = `
  SELECT d.id, d.community_id, d.door_label, d.floor, d.use, d.walk_order,
    CASE u.kind WHEN 'entrance' THEN u.name END AS entrance,
    CASE u.kind WHEN 'entrance' THEN p.name ELSE u.name END AS building,
    CASE u.kind WHEN 'entrance' THEN p.estate ELSE u.estate END AS estate,
    CASE u.kind WHEN 'entrance' THEN p.sort_order ELSE u.sort_order END AS building_order,
    CASE u.kind WHEN 'entrance' THEN u.sort_order END AS entrance_order,
    g.id AS grid_id, g.name AS grid, g.sort_order AS grid_order
  FROM dwellings d
  JOIN units u ON u.community_id = d.community_id AND u.id = d.unit_id
  LEFT JOIN units p ON p.community_id = d.community_id AND p.id = u.parent_id
  LEFT JOIN units g ON g.community_id = d.community_id AND g.id = CASE u.kind WHEN 'entrance' THEN p.parent_id ELSE u.parent_id END
  WHERE d.community_id = @communityId AND d.deleted = 0`;

/** The order in which people walk: by grid and building, up the stairs, along the lane. */
const walkingOrder =
  'd.grid_order, d.estate, d.building_order, d.building, d.entrance_order, d.entrance, d.floor, d.walk_order, length(d.door_label), d.door_label, d.id';

export const isInGrid = '(@gridId IS NULL OR d.grid_id = @gridId)';

const lastVisits = `last AS (
    SELECT dwelling_id, max(visited_at) AS at FROM visits WHERE community_id = @communityId AND deleted = 0 AND void_of IS NULL GROUP BY dwelling_id)`;

/** Tells how somebody is called in a ledger; an erased person says so instead of leaving a gap. */
const nameOf = (row: string): string => `CASE WHEN ${row}.erased_at IS NULL THEN ${row}.name ELSE '${erasedMark}' END`;

const headOf = (value: string): string =>
  `(SELECT ${value} FROM memberships hm JOIN persons hp ON hp.community_id = hm.community_id AND hp.id = hm.person_id
    WHERE hm.community_id = h.community_id AND hm.household_id = h.id AND hm.deleted = 0 AND hm.to_on IS NULL
    ORDER BY hm.relation_to_head = '02' DESC, hm.id LIMIT 1)`;

/** Says whether a household or a membership holds on the day the register is told as of. */
export const holdsOn = (row: string): string =>
  `${row}.deleted = 0 AND (${row}.to_on IS NULL OR ${row}.to_on >= @asOf) AND (${row}.from_on IS NULL OR ${row}.from_on <= @asOf)`;

/** Lists people by door and household, the head first; households without anybody and vacant doors have a line of their own. */
export const residentsQuery = `
  WITH d AS (${doors}), ${lastVisits}
  SELECT d.grid, d.estate, d.building, d.entrance, d.door_label, d.use, d.id AS dwelling_id, h.id AS household_id, h.household_no, h.phone AS head_phone, h.note,
    ${headOf(nameOf('hp'))} AS head_name, p.id AS person_id, ${nameOf('p')} AS name, p.sex, p.birth_on, p.phone, p.identity_number_sealed, p.identity_number_state, p.registered_address,
    p.population_kind, p.marital_status, p.education, p.political_status, p.occupation, p.workplace, m.relation_to_head, m.relation_text,
    m.lives_where_registered, last.at AS last_visit_at,
    (SELECT group_concat(t.kind, ' ') FROM tags t WHERE t.community_id = p.community_id AND t.person_id = p.id AND t.deleted = 0 AND t.to_on IS NULL) AS tags
  FROM d
  LEFT JOIN households h ON h.community_id = d.community_id AND h.dwelling_id = d.id AND ${holdsOn('h')}
  LEFT JOIN memberships m ON m.community_id = h.community_id AND m.household_id = h.id AND ${holdsOn('m')}
  LEFT JOIN persons p ON p.community_id = m.community_id AND p.id = m.person_id AND p.deleted = 0
  LEFT JOIN last ON last.dwelling_id = d.id
  WHERE ${isInGrid} AND (h.id IS NOT NULL OR d.use = 'vacant')
  ORDER BY ${walkingOrder}, h.id, m.relation_to_head = '02' DESC, m.id`;

/** Says which visits a ledger holds: those of its filter that still hold, neither voided nor replaced by a correction. */
export const holdsVisit = `v.community_id = @communityId AND v.deleted = 0 AND v.void_of IS NULL AND ${isInGrid}
    AND (@fromAt IS NULL OR v.visited_at >= @fromAt) AND (@beforeAt IS NULL OR v.visited_at < @beforeAt)
    AND NOT EXISTS (SELECT 1 FROM visits x WHERE x.community_id = v.community_id AND x.void_of = v.id)
    AND NOT EXISTS (SELECT 1 FROM visits x WHERE x.community_id = v.community_id AND x.corrects = v.id)`;

/** Lists visits that still hold, oldest first, with the answers given at each. */
export const visitsQuery = `
  WITH d AS (${doors})
  SELECT v.visited_at, v.visitor_name, v.way, v.outcome, v.note, v.unchanged, v.is_late_entry, v.dwelling_id, d.grid, d.estate, d.building, d.entrance, d.door_label,
    ${headOf(nameOf('hp'))} AS head_name,
    (SELECT group_concat(coalesce(n.detail, ''), ';') FROM needs n WHERE n.community_id = v.community_id AND n.raised_by_visit_id = v.id AND n.deleted = 0) AS problem,
    (SELECT group_concat(n.kind, ' ') FROM needs n WHERE n.community_id = v.community_id AND n.raised_by_visit_id = v.id AND n.deleted = 0) AS problem_kinds,
    (SELECT group_concat(n.answer, ';') FROM needs n WHERE n.community_id = v.community_id AND n.raised_by_visit_id = v.id AND n.deleted = 0) AS answer,
    (SELECT group_concat(n.state, ' ') FROM needs n WHERE n.community_id = v.community_id AND n.raised_by_visit_id = v.id AND n.deleted = 0) AS need_states,
    (SELECT json_group_array(json_object('setKey', s.set_key, 'questionSetId', s.question_set_id, 'answers', json(s.answers)))
      FROM answer_sheets s WHERE s.community_id = v.community_id AND s.visit_id = v.id AND s.deleted = 0) AS sheets
  FROM visits v
  JOIN d ON d.id = v.dwelling_id
  LEFT JOIN households h ON h.community_id = v.community_id AND h.id = v.household_id
  WHERE ${holdsVisit}
  ORDER BY v.visited_at, v.id`;

/** Lists help that still holds, oldest first. */
export const helpQuery = `
  SELECT s.served_on, s.kind, s.content, s.service_minutes, s.goods, s.place, s.people_served, s.giver_kind, s.giver_name, s.giver_count, s.recorder_name, s.note
  FROM helps s
  WHERE s.community_id = @communityId AND s.deleted = 0 AND s.void_of IS NULL
    AND (@gridId IS NULL OR ' ' || s.buckets || ' ' LIKE '% grid:' || @gridId || ' %')
    AND (@fromOn IS NULL OR s.served_on >= @fromOn) AND (@toOn IS NULL OR s.served_on <= @toOn)
    AND NOT EXISTS (SELECT 1 FROM helps x WHERE x.community_id = s.community_id AND x.void_of = s.id)
    AND NOT EXISTS (SELECT 1 FROM helps x WHERE x.community_id = s.community_id AND x.corrects = s.id)
  ORDER BY s.served_on, s.id`;

const matchesSearch = `(@pattern IS NULL OR d.door_label LIKE @pattern ESCAPE '\\' OR d.building LIKE @pattern ESCAPE '\\'
    OR d.estate LIKE @pattern ESCAPE '\\' OR h.phone LIKE @pattern ESCAPE '\\' OR EXISTS (
      SELECT 1 FROM memberships sm JOIN persons sp ON sp.community_id = sm.community_id AND sp.id = sm.person_id
      WHERE sm.community_id = h.community_id AND sm.household_id = h.id AND sm.to_on IS NULL
        AND (sp.name LIKE @pattern ESCAPE '\\' OR sp.phone LIKE @pattern ESCAPE '\\')))`;

const registerRows = `
  FROM d LEFT JOIN households h ON h.community_id = d.community_id AND h.dwelling_id = d.id AND h.deleted = 0 AND h.to_on IS NULL
  WHERE ${isInGrid} AND ${matchesSearch}`;

/** Lists doors with their households for the desk, one page. */
export const registerQuery = `
  WITH d AS (${doors})
  SELECT d.id AS dwelling_id, h.id AS household_id, d.grid, d.estate, d.building, d.entrance, d.door_label,
    ${headOf(nameOf('hp'))} AS head_name, coalesce(${headOf('hp.phone')}, h.phone) AS phone,
    (SELECT count(*) FROM memberships m WHERE m.community_id = h.community_id AND m.household_id = h.id AND m.deleted = 0 AND m.to_on IS NULL) AS members,
    (SELECT count(*) FROM needs n WHERE n.community_id = h.community_id AND n.household_id = h.id AND n.deleted = 0 AND n.state <> 'answered') AS open_needs,
    (SELECT max(v.visited_at) FROM visits v WHERE v.community_id = d.community_id AND v.dwelling_id = d.id AND v.deleted = 0) AS last_visit_at
  ${registerRows} ORDER BY ${walkingOrder}, h.id LIMIT @limit OFFSET @offset`;

/** Counts the lines of the whole list. */
export const registerCountQuery = `WITH d AS (${doors}) SELECT count(*) AS total ${registerRows}`;

/** Counts what a community holds. */
export const overviewQuery = `
  SELECT
    (SELECT count(*) FROM dwellings WHERE community_id = @communityId AND deleted = 0) AS dwellings,
    (SELECT count(*) FROM households WHERE community_id = @communityId AND deleted = 0 AND to_on IS NULL) AS households,
    (SELECT count(DISTINCT person_id) FROM memberships WHERE community_id = @communityId AND deleted = 0 AND to_on IS NULL) AS persons,
    (SELECT count(*) FROM visits WHERE community_id = @communityId AND deleted = 0 AND void_of IS NULL AND visited_at >= @monthAt) AS visits_this_month,
    (SELECT count(*) FROM needs WHERE community_id = @communityId AND deleted = 0 AND state <> 'answered') AS open_needs,
    (SELECT count(*) FROM wish_notices WHERE community_id = @communityId AND deleted = 0 AND state = 'open') AS open_wishes,
    (SELECT count(*) FROM helps WHERE community_id = @communityId AND deleted = 0 AND void_of IS NULL AND served_on >= @monthOn) AS help_this_month,
    (SELECT count(*) FROM mutations m LEFT JOIN held_works w ON w.community_id = m.community_id AND w.id = m.id
      WHERE m.community_id = @communityId AND m.outcome = 'held' AND coalesce(w.state, 'open') = 'open') AS held`;

/** Counts per grid how many doors there are and how many were visited lately. */
export const gridCountsQuery = `
  WITH d AS (${doors}), ${lastVisits}
  SELECT g.id AS grid_id, g.name, count(d.id) AS dwellings,
    count(CASE WHEN last.at >= @since30 THEN 1 END) AS within30, count(CASE WHEN last.at >= @since90 THEN 1 END) AS within90
  FROM units g LEFT JOIN d ON d.grid_id = g.id LEFT JOIN last ON last.dwelling_id = d.id
  WHERE g.community_id = @communityId AND g.kind = 'grid' AND g.deleted = 0 GROUP BY g.id ORDER BY g.sort_order, g.id`;
