import type { DeskScope } from '../../access/authorize.ts';
import type { LedgerFilter, LedgerRow } from '../ledger-port.ts';
import type { AnsweredVersion } from '../question-set-port.ts';
import type { Side } from './core.ts';
import { doors, holdsVisit } from './ledger-queries.ts';
import { toParameters } from './ledger-store.ts';
import { inOrder, readVersions } from './question-set-rows.ts';

type Parameters = ReturnType<typeof toParameters>;

/** The sheets of the visits that a ledger holds; a voided or corrected visit takes its sheets with it. */
const countingSheets = `
  WITH d AS (${doors}), s AS (
    SELECT a.set_key, a.question_set_id, a.answers FROM answer_sheets a
    JOIN visits v ON v.community_id = a.community_id AND v.id = a.visit_id
    JOIN d ON d.id = v.dwelling_id
    WHERE a.community_id = @communityId AND a.deleted = 0 AND ${holdsVisit})`;

const sheetsQuery = `${countingSheets} SELECT set_key, question_set_id, count(*) AS sheets FROM s GROUP BY set_key, question_set_id`;

const sumsQuery = `${countingSheets}
  SELECT s.set_key, s.question_set_id, j.key, sum(j.value) AS total FROM s, json_each(s.answers) j
  WHERE j.type = 'integer' GROUP BY s.set_key, s.question_set_id, j.key`;

/** Reads which versions were answered, how often, and what was counted; in the snapshot of its caller. */
export const readAnswered = (side: Side, scope: DeskScope, filter: LedgerFilter): readonly AnsweredVersion[] => {
  const parameters = toParameters(scope, filter);
  const read = (query: string): readonly LedgerRow[] =>
    side.sqlite.prepare<[Parameters], LedgerRow>(query).all(parameters);
  const counts = new Map(read(sheetsQuery).map((row) => [keyOf(row), Number(row['sheets'])]));
  const sums = new Map(read(sumsQuery).map((row) => [`${keyOf(row)} ${row['key']}`, Number(row['total'])]));
  return inOrder(readVersions(side, scope.communityId)).flatMap((version) => {
    const key = keyOf({ set_key: version.setKey, question_set_id: version.questionSetId });
    const sheets = counts.get(key) ?? 0;
    const tallies = version.questions.filter(({ type }) => type === 'tally');
    const totals = Object.fromEntries(tallies.map((tally) => [tally.key, sums.get(`${key} ${tally.key}`) ?? 0]));
    return sheets === 0 ? [] : [{ version, sheets, totals }];
  });
};

const keyOf = (row: LedgerRow): string => `${row['set_key']} ${row['question_set_id'] ?? ''}`;
