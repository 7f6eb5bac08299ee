import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkCharacterOf, type Json } from '@lianxin/domain';
import { type ImportAnswer, importAnswerSchema, type MutationOutcome } from '@lianxin/protocol';

import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
  type TestClient,
} from '../../apps/api/src/testing/test-app.ts';
import { createTestPhone, type TestPhone } from '../../apps/api/src/testing/test-phone.ts';
import { buildPlace, type TestPlace } from '../../apps/api/src/testing/test-place.ts';

const first17 = '41059919500303123';

/** Is what is planted wherever the product keeps anything about a person. */
export const planted = {
  name: '欧阳砚秋',
  formerName: '欧阳砚初',
  phone: '13977712345',
  formerPhone: '13866654321',
  identityNumber: `${first17}${checkCharacterOf(first17)}`,
  relationText: '砚秋的表舅',
  occupation: '修表匠老欧',
} as const;

/** Is a person about whom everything was written that the product takes, and the place they live in. */
export interface PlantedPerson {
  readonly started: TestApp;
  readonly operator: TestClient;
  readonly place: TestPlace;
  readonly personId: string;
  readonly householdId: string;
  readonly dwellingId: string;
  readonly membershipId: string;
  /** The household in the other grid; somebody of the same name lives there when asked for. */
  readonly neighbour: { readonly personId: string; readonly householdId: string; readonly dwellingId: string };
  readonly importId: string;
  readonly worker: TestPhone;
  readonly volunteer: TestPhone;
}

const header = '楼栋,单元,房号,户主,姓名,与户主关系,性别,身份证号,联系电话,特殊人群';
const fileOf = (neighbourName: string): string =>
  [
    header,
    `1号楼,1单元,101,${planted.name},${planted.name},户主,男,${planted.identityNumber},${planted.phone},残疾`,
    `1号楼,1单元,101,${planted.name},李秀英,妻,女,410599195204042000,19990000002,`,
    `2号楼,1单元,201,${neighbourName},${neighbourName},户主,男,,19990000003,独居`,
  ].join('\n');

/** Plants a person through the doors of the product: a ledger, four phones, a volunteer's claim. */
export const plantPerson = async (neighbourName = '赵全'): Promise<PlantedPerson> => {
  const started = startTestApp();
  const { client: operator } = await signInFirstOperator(started);
  const place = await buildPlace(operator);
  const imported = await importFile(operator, place.communityId, fileOf(neighbourName));
  const posting = (gridIds: readonly string[]) => gridIds.map((unitId) => ({ unitId, role: 'gridWorker' }));
  const phoneOf = async (name: string, postings: readonly { unitId: string; role: string }[]) => {
    const { account, invitation } = await invite(operator, name, postings);
    const { client } = await acceptInvitation(started, { code: invitation.code, loginName: name });
    const phone = createTestPhone(client, place.communityId, () => started.clock.now);
    await phone.pullAll();
    return { account, phone };
  };
  const worker = (await phoneOf('王芳', posting(place.gridIds))).phone;
  const colleague = (await phoneOf('李明', posting(place.gridIds))).phone;
  const dismissed = await phoneOf('孙离', posting(place.gridIds));
  const volunteer = (await phoneOf('陈晨', [{ unitId: place.communityId, role: 'volunteer' }])).phone;
  const ids = idsOf(started, place);
  const about = { started, operator, place, importId: imported.id, worker, volunteer, ...ids };
  await writeAbout(about, colleague);
  await operator.request('POST', `/accounts/${dismissed.account.id}/disable`, {});
  await expectOutcomes(
    dismissed.phone,
    [
      ['record.edit', edits('person', ids.personId, { note: `${planted.name}腿脚不便` })],
      ['visit.log', visitOf(ids, { note: `离任前见过${planted.name}` })],
    ],
    ['held'],
  );
  await uploadFile(operator, place.communityId, fileOf(neighbourName), `${planted.name}家.csv`);
  return about;
};

type Written = readonly [string, Json];

/** Pushes mutations and returns what became of each. */
export const push = async (phone: TestPhone, written: readonly Written[]): Promise<readonly MutationOutcome[]> =>
  (await phone.push(written.map(([name, args]) => phone.mutation(name, args)))).outcomes;

/** Builds the edits of a record by somebody who saw everything, or nothing of the others. */
export const edits = (table: string, id: string, values: Readonly<Record<string, Json>>, seen = 1_000_000): Json => ({
  table,
  id,
  edits: Object.entries(values).map(([field, to]) => ({ field, to, on: null, seen })),
});

/** Builds a visit at the planted person's door. */
export const visitOf = (
  at: Pick<PlantedPerson, 'dwellingId' | 'householdId'>,
  fields: Readonly<Record<string, Json>>,
  needs: readonly Json[] = [],
): Json => ({
  visit: {
    id: randomUUID(),
    fields: { dwellingId: at.dwellingId, householdId: at.householdId, outcome: 'met', way: 'door', ...fields },
  },
  needs,
});

type About = Omit<PlantedPerson, 'membershipId'> & { readonly membershipId: string };

const writeAbout = async (about: About, colleague: TestPhone): Promise<void> => {
  const { worker, personId, householdId, dwellingId, membershipId, neighbour } = about;
  const { name, formerName, phone, formerPhone, identityNumber } = planted;
  const needId = randomUUID();
  const noticeId = randomUUID();
  const askedAt = randomUUID();
  const written: readonly Written[] = [
    ['record.edit', edits('person', personId, { name: formerName, phone: formerPhone })],
    [
      'record.edit',
      edits('person', personId, { name, phone, occupation: planted.occupation, workplace: '钟楼修表铺' }),
    ],
    ['record.edit', edits('person', personId, { registeredAddress: '青禾县钟楼街9号', note: '每周三透析' })],
    ['record.edit', edits('membership', membershipId, { relationText: planted.relationText })],
    ['record.edit', edits('household', householdId, { note: `找${name}先打电话`, phone })],
    ['record.edit', edits('dwelling', dwellingId, { note: `钥匙在${name}手里`, landmark: `${name}家` })],
    ['tag.add', { tag: { id: randomUUID(), fields: { personId, kind: 'livesAlone', source: `${name}本人说` } } }],
    [
      'visit.log',
      visitOf(about, { note: `欧阳 砚秋在家,电话 139-7771-2345,证号${identityNumber}` }, [
        { id: needId, fields: { dwellingId, householdId, personId, kind: 'repair', detail: `给${name}修水管` } },
      ]),
    ],
    [
      'visit.log',
      { visit: { id: askedAt, fields: { dwellingId, householdId, outcome: 'met', way: 'door' } }, needs: [] },
    ],
    [
      'answers.give',
      {
        sheet: {
          id: randomUUID(),
          fields: {
            visitId: askedAt,
            dwellingId,
            householdId,
            setKey: 'fiveItems',
            answers: { food: 'hard', foodWhat: `${name}说缺米,电话 ${phone}` },
          },
        },
      },
    ],
    ['visit.log', visitOf(neighbour, { note: `有人说打 ${phone} 能找到` })],
    ['need.raise', { need: { id: randomUUID(), fields: { dwellingId, kind: 'other', detail: `${name}想装扶手` } } }],
    [
      'wish.publish',
      {
        wish: {
          id: randomUUID(),
          fields: { needId, noticeId, agreementWay: 'spoken', agreementOn: '2026-11-19', agreementNote: `${name}点头` },
        },
        notice: { id: noticeId, fields: { what: '修一下水管', place: '小区东边' } },
      },
    ],
    [
      'help.log',
      {
        help: {
          id: randomUUID(),
          fields: {
            servedOn: '2026-11-19',
            kind: 'service',
            giverKind: 'person',
            giverName: '冯热心',
            needId,
            note: `陪${name}去医院`,
            goods: [{ name: `${name}要的米`, quantity: 1, unit: '袋' }],
          },
        },
      },
    ],
  ];
  await expectOutcomes(worker, written, ['applied', 'merged']);
  // Refused, and its payload is kept all the same.
  await expectOutcomes(worker, [['record.edit', edits('person', personId, { birthOn: `${name}的生日` })]], ['refused']);
  // A colleague who had seen none of this: the values that lose are kept.
  await expectOutcomes(
    colleague,
    [['record.edit', edits('person', personId, { name: `${formerName}`, note: `${name}换药` }, 0)]],
    ['merged'],
  );
  await push(about.worker, [['record.edit', edits('person', personId, { name })]]);
  await expectOutcomes(about.volunteer, [['wish.claim', { noticeId }]], ['applied']);
};

const expectOutcomes = async (
  phone: TestPhone,
  written: readonly Written[],
  allowed: readonly string[],
): Promise<void> => {
  const outcomes = await push(phone, written);
  const wrong = outcomes.filter(({ outcome }) => !allowed.includes(outcome));
  if (wrong.length > 0 || outcomes.length !== written.length) throw new Error(JSON.stringify(outcomes));
};

const idsOf = (started: TestApp, { communityId }: TestPlace) => {
  const all = started.core.reader.sqlite
    .prepare<
      [string],
      Record<'personId' | 'membershipId' | 'householdId' | 'dwellingId' | 'relation' | 'door', string>
    >(
      `SELECT p.id AS personId, m.id AS membershipId, h.id AS householdId, d.id AS dwellingId, m.relation_to_head AS relation, d.door_label AS door
       FROM persons p JOIN memberships m ON m.person_id = p.id JOIN households h ON h.id = m.household_id JOIN dwellings d ON d.id = h.dwelling_id
       WHERE p.community_id = ? AND m.relation_to_head = '02' ORDER BY d.door_label`,
    )
    .all(communityId);
  const [own, neighbour] = all;
  if (own === undefined || neighbour === undefined) throw new Error('the ledger was not imported');
  return { ...own, neighbour };
};

const uploadFile = async (
  client: TestClient,
  community: string,
  text: string,
  fileName: string,
): Promise<ImportAnswer> => {
  const form = new FormData();
  form.set('file', new File([text], fileName));
  form.set('community', community);
  return importAnswerSchema.parse(await (await client.request('POST', '/imports', form)).json());
};

const importFile = async (client: TestClient, community: string, text: string): Promise<ImportAnswer> => {
  const { id, revision } = await uploadFile(client, community, text, `${planted.name}等户.csv`);
  return importAnswerSchema.parse(await (await client.request('POST', `/imports/${id}/confirm`, { revision })).json());
};

/** Lists the files of a folder whose bytes hold a text. */
export const filesHolding = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => readFileSync(join(folder, name)).includes(Buffer.from(text)));
