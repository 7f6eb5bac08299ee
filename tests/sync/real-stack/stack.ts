import type { FieldMap } from '@lianxin/domain';
import { unitAnswerSchema } from '@lianxin/protocol';
import { newDwelling, newHousehold, newMembership, newNeed, newPerson } from '@lianxin/testkit';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
  type TestClient,
} from '../../../apps/api/src/testing/test-app.ts';
import { createTestPhone } from '../../../apps/api/src/testing/test-phone.ts';
import { buildPlace } from '../../../apps/api/src/testing/test-place.ts';

/** Is somebody with an account on the real server. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly client: TestClient;
  readonly role: 'gridWorker' | 'volunteer';
}

/** Is the real Hono application over a real SQLite file, with its people. */
export interface Stack {
  readonly started: TestApp;
  readonly admin: TestClient;
  readonly streetId: string;
  readonly people: readonly [Person, Person, Person];
}

/** Is a fresh community on the stack, with two doors in each of its two grids. */
export interface Town {
  readonly communityId: string;
  readonly gridIds: readonly [string, string];
}

/** Starts the application and signs three people in; a password takes long, so all runs share them. */
export const startStack = async (): Promise<Stack> => {
  const started = startTestApp();
  const { client: admin } = await signInFirstOperator(started);
  const { streetId, communityId, gridIds } = await buildPlace(admin);
  const person = async (name: string, role: Person['role'], unitId: string): Promise<Person> => {
    const { invitation } = await invite(admin, name, [{ unitId, role }]);
    const { client, session } = await acceptInvitation(started, { code: invitation.code, loginName: name });
    return { accountId: session.account.id, name, client, role };
  };
  return {
    started,
    admin,
    streetId,
    people: [
      await person('陈网格', 'gridWorker', gridIds[0]),
      await person('一网格', 'gridWorker', gridIds[1]),
      await person('冯热心', 'volunteer', communityId),
    ],
  };
};

/** Builds a community of its own for one run and posts everybody to it: the first worker to both grids, the second to the first. */
export const buildTown = async (stack: Stack): Promise<Town> => {
  const unit = async (kind: string, parentId: string, name: string): Promise<string> =>
    unitAnswerSchema.parse(await read(await stack.admin.request('POST', '/units', { kind, parentId, name }), 201)).unit
      .id;
  const communityId = await unit('community', stack.streetId, '青禾路社区');
  const gridIds = [await unit('grid', communityId, '第一网格'), await unit('grid', communityId, '第二网格')] as const;
  const buildings = [await unit('building', gridIds[0], '1号楼'), await unit('building', gridIds[1], '2号楼')];
  const [both, first, volunteer] = stack.people;
  await post(stack, both, [...gridIds]);
  await post(stack, first, [gridIds[0]]);
  await post(stack, volunteer, [communityId]);
  await settle(stack, both, { communityId, gridIds }, buildings);
  return { communityId, gridIds };
};

/** Lets households move in, with a need at each door, so that everybody meets at something. */
const settle = async (stack: Stack, worker: Person, town: Town, buildings: readonly string[]): Promise<void> => {
  const { newId } = stack.started.deps;
  const phone = createTestPhone(worker.client, town.communityId, () => stack.started.clock.now);
  const mutations = buildings.flatMap((unitId) =>
    ['101', '102'].flatMap((doorLabel) => {
      const [dwellingId, householdId, personId] = [newId(), newId(), newId()];
      const member = { personId, householdId };
      return [
        phone.mutation('dwelling.add', { dwelling: toJson(newDwelling(dwellingId, { unitId, doorLabel })) }),
        phone.mutation('household.add', { household: toJson(newHousehold(householdId, { dwellingId })) }),
        phone.mutation('member.add', {
          person: toJson(newPerson(personId)),
          membership: toJson(newMembership(newId(), member)),
        }),
        phone.mutation('need.raise', { need: toJson(newNeed(newId(), { dwellingId, householdId })) }),
      ];
    }),
  );
  const { outcomes } = await phone.push(mutations);
  const failed = outcomes.find((outcome) => outcome.outcome !== 'applied');
  if (failed !== undefined) throw new Error(`the town was not built: ${JSON.stringify(failed)}`);
};

/** Posts somebody to exactly these units; nowhere for none. */
export const post = async (stack: Stack, person: Person, unitIds: readonly string[]): Promise<void> => {
  const postings = unitIds.map((unitId) => ({ unitId, role: person.role }));
  await read(await stack.admin.request('PUT', `/accounts/${person.accountId}/postings`, { postings }), 200);
};

const read = async (answer: Response, status: number): Promise<unknown> => {
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`the server answered ${answer.status}: ${text}`);
  return JSON.parse(text);
};

const toJson = ({ id, fields }: { readonly id: string; readonly fields: FieldMap }) => ({ id, fields: { ...fields } });
