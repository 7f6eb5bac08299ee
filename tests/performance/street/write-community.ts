import { dayMs } from '@lianxin/domain';
import type { Side } from '../../../apps/api/src/store/sqlite/core.ts';
import { logMutation, saveReplica } from '../../../apps/api/src/store/sqlite/mutation-log.ts';
import type { SpaceWriter } from '../../../apps/api/src/store/sqlite/space-writer.ts';
import { communityShape, idAt, type StreetCommunity, type StreetGrid, type StreetWorker } from './street.ts';
import { inventRegister } from './street-register.ts';
import { inventRow, type Writing } from './street-rows.ts';
import { inventVisit } from './street-visits.ts';

const rowsPerImportedRev = 500;
const yearMs = 365 * dayMs;

/** Is where a community is written. */
interface Site {
  readonly side: Side;
  readonly spaces: SpaceWriter;
  readonly streetId: string;
  readonly now: number;
}

/** Writes a community with its register and a year of visits, each visit at a rev of its own. */
export const writeCommunity = (site: Site): StreetCommunity => {
  const begin = site.now - yearMs;
  const id = idAt(begin);
  const epoch = idAt(begin);
  site.spaces.create(id, epoch);
  const grids = writeRegister(site, id, '青禾路社区');
  const workers = Array.from({ length: communityShape.workers }, (_, at) => ({
    accountId: idAt(begin),
    name: `王芳${at}`,
    token: '',
    gridId: grids[at % grids.length]?.id ?? '',
    replicaId: idAt(begin),
  }));
  const weekAgo = writeVisits(site, id, { grids, workers });
  return { id, epoch, grids, workers, weekAgo, top: site.spaces.space(id)?.seq ?? 0 };
};

const writeRegister = (site: Site, communityId: string, name: string): readonly StreetGrid[] => {
  const at = site.now - yearMs;
  const { records, grids } = inventRegister(communityId, { streetId: site.streetId, name, at });
  for (let from = 0; from < records.length; from += rowsPerImportedRev) {
    const rev = site.spaces.nextRev(communityId);
    const writing: Writing = { communityId, rev, at, mutationId: idAt(at), userId: site.streetId, userName: '管理员' };
    const chunk = records.slice(from, from + rowsPerImportedRev);
    site.spaces.write(
      communityId,
      chunk.map((record) => inventRow(writing, record)),
    );
  }
  return grids;
};

/** Writes the visits and tells the counter as it was a week before now. */
const writeVisits = (
  { side, spaces, now }: Site,
  communityId: string,
  { grids, workers }: Pick<StreetCommunity, 'grids' | 'workers'>,
): number => {
  const sent = new Map<StreetWorker, number>();
  let weekAgo = 0;
  for (let number = 0; number < communityShape.visits; number += 1) {
    const at = Math.floor(now - yearMs + (number * yearMs) / communityShape.visits);
    const worker = workers[number % workers.length];
    const grid = grids.find(({ id }) => id === worker?.gridId);
    if (worker === undefined || grid === undefined) throw new Error('nobody works here');
    const n = (sent.get(worker) ?? 0) + 1;
    sent.set(worker, n);
    const { args, record } = inventVisit(grid, worker, { number: Math.floor(number / grids.length), at });
    const rev = spaces.nextRev(communityId);
    if (at < now - 7 * dayMs) weekAgo = rev;
    const { accountId, name: userName, replicaId } = worker;
    const mutation = { id: idAt(at), n, name: 'visit.log', version: 1, at, offsetMs: 0, args };
    const writing: Writing = { communityId, rev, at, mutationId: mutation.id, userId: accountId, userName };
    spaces.write(communityId, [inventRow(writing, record)]);
    const outcome = { n, id: mutation.id, rev, outcome: 'applied', reason: null, field: null } as const;
    logMutation(side, communityId, { replicaId, accountId, mutation, outcome, eventAt: at, receivedAt: at });
  }
  for (const [{ accountId, replicaId: id }, lastN] of sent) {
    const replica = { accountId, lastN, lastEventAt: now - dayMs, state: 'ok', seenAt: now, unsent: 0 } as const;
    saveReplica(side, { communityId, id }, replica);
  }
  return weekAgo;
};
