import { randomUUID } from 'node:crypto';
import { accountsAnswerSchema, type MutationName, pushAnswerSchema } from '@lianxin/protocol';
import { type ApiClient, acceptByApi } from './api-client.ts';
import { demoDoors, doorAt } from './demo-doors.ts';
import { invite, unitIdOf } from './invite.ts';
import type { RunningServer } from './running-server.ts';
import { queryRows } from './stored-rows.ts';

/** Sends somebody to other units, by name; their former postings end now. */
export const repost = async (
  server: RunningServer,
  admin: ApiClient,
  person: { readonly name: string; readonly role: string; readonly units: readonly string[] },
): Promise<void> => {
  const { accounts } = accountsAnswerSchema.parse(await (await admin.call('GET', '/accounts')).json());
  const account = accounts.find(({ name }) => name === person.name);
  const postings = person.units.map((unit) => ({ unitId: unitIdOf(server, unit), role: person.role }));
  await admin.call('PUT', `/accounts/${account?.id}/postings`, { postings });
};

interface LeftWork {
  readonly name: MutationName;
  readonly args: unknown;
}

/** Lets a worker hand in an edit, a visit and a newcomer's family after the posting has ended: four pieces wait for whoever works the grid. */
export const leaveWorkBehind = async (server: RunningServer, admin: ApiClient): Promise<void> => {
  const invitation = await invite(server, admin, { name: '孙立', role: 'gridWorker', unit: '第一网格' });
  const leaver = await acceptByApi(server, invitation, 'sunli');
  await repost(server, admin, { name: '孙立', role: 'gridWorker', units: ['第二网格'] });
  const doors = demoDoors(server);
  const [first, second] = [doorAt(doors, 2), doorAt(doors, 3)];
  const household = {
    id: randomUUID(),
    fields: { dwellingId: second.dwellingId, roomLabel: '东屋', verification: 'toCheck' },
  };
  const person = { id: randomUUID(), fields: { name: '钱向阳', phone: '19990000666', verification: 'toCheck' } };
  const membership = { householdId: household.id, personId: person.id, kind: 'resident' };
  const edit = (field: string, to: string) => ({ field, to, on: null, seen: 1_000_000 });
  await push(server, leaver, [
    {
      name: 'record.edit',
      args: {
        table: 'person',
        id: first.personId,
        edits: [edit('phone', '19990000555'), edit('workplace', '青禾小学')],
      },
    },
    {
      name: 'visit.log',
      args: {
        visit: {
          id: randomUUID(),
          fields: { dwellingId: first.dwellingId, outcome: 'met', way: 'door', note: '老人说膝盖疼,想去看看。' },
        },
        needs: [],
      },
    },
    { name: 'household.add', args: { household } },
    { name: 'member.add', args: { person, membership: { id: randomUUID(), fields: membership } } },
  ]);
};

const push = async (server: RunningServer, author: ApiClient, works: readonly LeftWork[]): Promise<void> => {
  const [community] = queryRows(server, `SELECT community_id AS id FROM units WHERE name = '第一网格'`);
  const answer = await author.call('POST', '/sync/push', {
    version: 1,
    schema: 1,
    communityId: community?.['id'],
    epoch: null,
    replicaId: randomUUID(),
    mutations: works.map((work, index) => ({
      ...work,
      id: randomUUID(),
      n: index + 1,
      version: 1,
      at: Date.now(),
      offsetMs: 0,
    })),
    left: 0,
  });
  const { outcomes } = pushAnswerSchema.parse(await answer.json());
  if (outcomes.some(({ outcome }) => outcome !== 'held')) throw new Error(`not held: ${JSON.stringify(outcomes)}`);
};
