import { type FieldMap, isRecordName, phoneFields, recordNames, specOf } from '@lianxin/domain';
import { fromSegment, type PullAnswer, type PushAnswer, type WireRow } from '@lianxin/protocol';
import { createTown, createVillage, createWorld, type Session, storedRow, type World } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { seed } from './property.ts';
import { configOf } from './simulate/config.ts';
import { planSteps } from './steps/plan-steps.ts';
import { type Play, startPlay } from './steps/play.ts';

const ids = {
  dwellingId: 'dwelling_canary_001',
  householdId: 'household_canary_01',
  personId: 'person_canary_0001',
  visitId: 'visit_canary_00001',
  needId: 'need_canary_000001',
  noticeId: 'notice_canary_0001',
};

/** The least that a record of each type must say. */
const minimal: Readonly<Record<string, FieldMap>> = {
  tag: { personId: ids.personId, kind: 'disabled' },
  visit: { dwellingId: ids.dwellingId, outcome: 'met', way: 'door' },
  need: { dwellingId: ids.dwellingId, kind: 'repair' },
  wish: { needId: ids.needId, noticeId: ids.noticeId, agreementWay: 'spoken' },
  wishNotice: { what: '修灯' },
  help: { kind: 'service', giverKind: 'person', giverName: '冯热心' },
  conflict: { table: 'person', rowId: ids.personId, field: 'phone' },
  fieldChange: { table: 'person', rowId: ids.personId, field: 'phone' },
  regrouping: { kind: 'mergePersons', fromId: ids.personId, intoId: ids.personId },
  questionSet: {
    setKey: 'winter',
    kind: 'check',
    name: '冬季安全',
    questions: [{ key: 'alarm', type: 'yesNo', label: { zh: '装了报警器', en: '' } }],
    audience: { tagKinds: [], minAge: null },
  },
  answerSheet: { visitId: ids.visitId, dwellingId: ids.dwellingId, setKey: 'winter', answers: { said: '' } },
  photo: { dwellingId: ids.dwellingId, sha256: '0'.repeat(64), bytes: 1, width: 1, height: 1 },
  householdCode: { householdId: ids.householdId, token: 'A'.repeat(22) },
};

const rowsOf = (answer: PushAnswer | PullAnswer): readonly WireRow[] =>
  'buckets' in answer ? answer.buckets.flatMap((page) => page.rows) : [];

const isVolunteer = (session: Session): boolean => session.userId.startsWith('user_volunteer');

/** Lists what a volunteer may hold, table by table; whatever is not here is forbidden. */
const volunteerMayHold: Readonly<Record<string, (row: WireRow, session: Session) => boolean>> = {
  unit: (row) => ['community', 'village', 'grid'].includes(String(row.fields?.kind)),
  // What is asked and how often is the community's own words, about nobody.
  cadence: () => true,
  questionSet: () => true,
  wishNotice: () => true,
  help: (row, session) => row.fields?.recordedBy === session.userId || row.fields?.giverId === session.userId,
  householdCard: () => true,
};

const expectAllowed = (game: Play, session: Session, row: WireRow): void => {
  expect(isRecordName(row.table), row.table).toBe(true);
  if (!isRecordName(row.table)) return;
  const unknown = Object.keys(row.fields ?? {}).filter(
    (name) => isRecordName(row.table) && !phoneFields(specOf(row.table)).includes(name),
  );
  expect(unknown, `fields of ${row.table} that stay on the server`).toEqual([]);
  if (!isVolunteer(session) || row.op !== 'put') return;
  expect(
    volunteerMayHold[row.table]?.(row, session) ?? false,
    `a volunteer got a ${row.table}: ${JSON.stringify(row.fields)}`,
  ).toBe(true);
  if (row.table === 'unit' || row.table === 'wishNotice') expect(JSON.stringify(row.fields)).not.toContain('值');
  if (row.table === 'householdCard') expectCardFor(game, session, row);
};

/** A card is for the claimer of its wish, and tells door, name and phone only with the household's agreement. */
const expectCardFor = ({ world }: Play, session: Session, card: WireRow): void => {
  const wish = [...world.server.space().rows.values()].find(
    (row) => row.table === 'wish' && row.fields.noticeId === card.id,
  );
  expect(wish?.fields.claimedBy).toBe(session.userId);
  if (wish?.fields.agreementWay !== 'none') return;
  expect(card.fields).toMatchObject({ contactName: null, address: null, phone: null });
};

const heldCards = (world: World) =>
  world.phones.flatMap((phone) =>
    phone
      .app()
      .view.all('householdCard')
      .map((card) => ({ card, session: phone.session })),
  );

describe('what reaches a phone', () => {
  it('is allowed to its role at every moment of any interleaving, and no card outlives its claim', () => {
    for (let count = 0; count < 60; count += 1) {
      const config = { ...configOf(seed + count), workers: 2, volunteers: 2, hasOpening: true };
      const game: Play = startPlay(config, {
        onExchange: ({ session, spoken }) => {
          const rows =
            spoken.type === 'segments'
              ? spoken.answer.found.flatMap(({ segment }) => fromSegment(segment))
              : rowsOf(spoken.answer);
          for (const row of rows) expectAllowed(game, session, row);
        },
      });
      for (const step of planSteps(config)) game.take(step);
      for (const { userId } of game.world.phones.map((phone) => phone.session))
        game.world.server.setDisabled(userId, false);
      game.world.heal();
      for (const { card, session } of heldCards(game.world)) {
        const wish = [...game.world.server.space().rows.values()].find(
          (row) => row.table === 'wish' && row.fields.noticeId === card.id,
        );
        expect(wish?.fields, `SYNC_SEED=${config.seed}`).toMatchObject({ state: 'claimed', claimedBy: session.userId });
      }
    }
  });
});

describe.each([
  ['a town', createTown()],
  ['a village', createVillage()],
])('in %s full of values that must not leave', (_, place) => {
  const [grid, other] = place.grids;
  const volunteerId = 'user_volunteer_00001';

  /** One row of every table in every bucket that the rules may put it in, with a canary in every text. */
  const canaryRows = recordNames
    .filter((table) => table !== 'unit')
    .flatMap((table) => {
      const placing = specOf(table).placing;
      const buckets = {
        grid: `grid:${grid.gridId}`,
        community: `community:${place.communityId}`,
        user: `user:${volunteerId}`,
        server: '',
      }[placing];
      const made =
        place.rows.find((row) => row.table === table) ??
        storedRow({ table, id: `canary_${table}_00000001`, buckets: [buckets], fields: minimal[table] ?? {} });
      const fields = Object.fromEntries(
        Object.entries(made.fields).map(([name, value]) => [
          name,
          typeof value === 'string' || value === null ? `canary ${table}.${name}` : value,
        ]),
      );
      return [{ ...made, id: `canary_${table}_00000001`, buckets: [buckets], fields }];
    });

  const everythingHeldBy = (posting: {
    readonly gridIds: readonly string[];
    readonly isVolunteer: boolean;
  }): string => {
    const heard: string[] = [];
    const world = createWorld({
      seed: 1,
      place,
      pageRows: 100,
      people: () => [{ userId: volunteerId, userName: '冯热心', posting }],
      watch: { onExchange: ({ spoken }) => heard.push(JSON.stringify(spoken.answer)) },
    });
    world.server.load(canaryRows);
    world.heal();
    return heard.join('\n');
  };

  const tablesIn = (heard: string): readonly string[] =>
    [...new Set([...heard.matchAll(/canary (\w+)\./gu)].map((match) => match[1] ?? ''))].sort();

  it('a volunteer gets community-wide and own values only', () => {
    const heard = everythingHeldBy({ gridIds: [], isVolunteer: true });
    expect(tablesIn(heard)).toEqual(['cadence', 'help', 'householdCard', 'questionSet', 'wishNotice']);
    for (const unit of place.rows.filter((row) => row.table === 'unit')) {
      const isPublic = ['community', 'village', 'grid'].includes(String(unit.fields.kind));
      expect(heard.includes(`"id":"${unit.id}"`), String(unit.fields.kind)).toBe(isPublic);
    }
  });

  it('a worker of the other grid gets no more than that', () => {
    expect(tablesIn(everythingHeldBy({ gridIds: [other.gridId], isVolunteer: false }))).toEqual([
      'cadence',
      'help',
      'householdCard',
      'questionSet',
      'wishNotice',
    ]);
  });

  it('the worker of the grid gets its records, without one value that stays on the server', () => {
    const heard = everythingHeldBy({ gridIds: [grid.gridId], isVolunteer: false });
    expect(tablesIn(heard)).toEqual(recordNames.filter((table) => table !== 'unit').sort());
    for (const table of recordNames) {
      const hidden = Object.keys(specOf(table).fields).filter((name) => !phoneFields(specOf(table)).includes(name));
      for (const name of hidden) expect(heard).not.toContain(`canary ${table}.${name}`);
    }
  });
});
