import { inviteAnswerSchema } from '@lianxin/protocol';
import { queryRows } from '../e2e/harness/stored-rows.ts';
import type { ServerProcess } from './server-process.ts';
import { acceptInvitation, type SignedInClient } from './signed-in-client.ts';

/** Is somebody who works in the demo's town, with the doors of their own grid and of the grid next to it. */
export interface DemoWorker {
  readonly communityId: string;
  readonly ownDoors: readonly string[];
  readonly otherDoors: readonly string[];
  readonly call: SignedInClient;
}

const gridNames = ['第一网格', '第二网格'];

/** Signs in grid workers of the demo's town, in turn for its two grids; the first administrator invites them. */
export const signInDemoWorkers = async (
  server: ServerProcess,
  dataFolder: string,
  count: number,
): Promise<readonly DemoWorker[]> => {
  const invitation = server.invitations.find(({ role }) => role === '管理员');
  if (invitation === undefined) throw new Error('no invitation was printed for the administrator');
  const admin = await acceptInvitation(server.origin, invitation.link, '周敏');
  const grids = gridNames.map((name) => findGrid(dataFolder, name));
  const workers: DemoWorker[] = [];
  for (let at = 0; at < count; at += 1) {
    const [own, other] = at % 2 === 0 ? grids : [...grids].reverse();
    if (own === undefined || other === undefined) throw new Error('the demo has no two grids');
    const name = `钱向阳${at + 1}`;
    const postings = [{ unitId: own.id, role: 'gridWorker' }];
    const answer = await admin(server.origin, '/accounts', { name, canViewUnmasked: false, postings });
    const invited = inviteAnswerSchema.parse(await answer.json());
    workers.push({
      communityId: own.communityId,
      ownDoors: own.doors,
      otherDoors: other.doors,
      call: await acceptInvitation(server.origin, invited.invitation.link, name),
    });
  }
  return workers;
};

const findGrid = (dataFolder: string, name: string) => {
  const [grid] = queryRows({ dataFolder }, "SELECT id, community_id FROM units WHERE kind = 'grid' AND name = ?", name);
  const id = String(grid?.['id']);
  const doors = queryRows({ dataFolder }, 'SELECT id FROM dwellings WHERE buckets = ? ORDER BY id', `grid:${id}`);
  return { id, communityId: String(grid?.['community_id']), doors: doors.map((door) => String(door['id'])) };
};
