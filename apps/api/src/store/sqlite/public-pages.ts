import type { NoticeAnswer, SessionPosting, WorkerCard } from '@lianxin/protocol';
import { type StoredRow, textOf } from '@lianxin/sync/merge';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { createToken } from '../../crypto/secrets.ts';
import type { PublicPageStore } from '../public-page-port.ts';
import { inSnapshot, type Side, type StoreCore } from './core.ts';
import { readAccess } from './read-access.ts';
import { accounts, postings } from './schema/account-tables.ts';
import { unlessReadOnly } from './unless-read-only.ts';

/** Tells what is printed and what anybody may open: the names of current workers and of places, and numbers that units give themselves. */
export const createPublicPages = (core: StoreCore): PublicPageStore => {
  const { reader, writer, queue, now } = core;

  /** Given at the first need and never changed: it is printed on paper. */
  const tokensOf = (accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    queue.run(() => {
      for (const id of accountIds) {
        const lacking = and(eq(accounts.id, id), isNull(accounts.publicToken));
        writer.db
          .update(accounts)
          .set({ publicToken: createToken().slice(0, 22) })
          .where(lacking)
          .run();
      }
      const found = writer.db
        .select()
        .from(accounts)
        .where(inArray(accounts.id, [...accountIds]))
        .all();
      return new Map(found.flatMap(({ id, publicToken }) => (publicToken === null ? [] : [[id, publicToken]])));
    });

  const dutiesOf = (accountId: string): readonly SessionPosting[] =>
    readAccess(reader, accountId, now()).postings.filter(({ role }) => role === 'gridWorker');

  return {
    worker: async (token) =>
      inSnapshot(reader, (): WorkerCard | undefined => {
        const account = reader.db.select().from(accounts).where(eq(accounts.publicToken, token)).get();
        const duties = account === undefined || account.state === 'disabled' ? [] : dutiesOf(account.id);
        // Paper lasts longer than a duty: whoever has none any more is told like somebody who never was.
        if (account === undefined || duties.length === 0) return undefined;
        const phones = duties.flatMap((duty) => supervisionPhone(reader, duty.communityId ?? '', duty.unitId) ?? []);
        return {
          name: account.name,
          duties: duties.map(({ unitName, communityName }) => ({ gridName: unitName, unitName: communityName ?? '' })),
          supervisionPhone: phones[0] ?? null,
        };
      }),
    notice: async (scope, { communityId, unitId }) => {
      const found = inSnapshot(reader, () => {
        const access = readAccess(reader, scope.accountId, now()).communities.get(communityId);
        const building = reader.rows.read(communityId, 'unit', unitId);
        const grid = building && gridAbove(reader, communityId, building);
        const mayPrint = access?.isAdmin === true || access?.ownGridIds.has(grid?.id ?? '') === true;
        if (scope.isRevoked || grid === undefined || building === undefined || !mayPrint) return undefined;
        return { building, grid, workers: workersOf(core, communityId, grid.id) };
      });
      if (found === undefined) return undefined;
      const { building, grid, workers } = found;
      const tokens = await tokensOf(workers.map(({ id }) => id));
      const community = reader.rows.read(communityId, 'unit', communityId);
      return {
        buildingName: textOf(building, 'name') ?? '',
        estate: textOf(building, 'estate'),
        gridName: textOf(grid, 'name') ?? '',
        unitName: textOf(community, 'name') ?? '',
        duty: textOf(grid, 'duty') ?? textOf(community, 'duty'),
        supervisionPhone: supervisionPhone(reader, communityId, grid.id),
        workers: workers.map(({ id, name }) => ({ name, publicToken: tokens.get(id) ?? '' })),
      } satisfies NoticeAnswer;
    },
    tokenOf: async ({ accountId }) => {
      if (dutiesOf(accountId).length === 0) return undefined;
      const known = reader.db.select().from(accounts).where(eq(accounts.id, accountId)).get()?.publicToken;
      return known ?? (await tokensOf([accountId]).catch(unlessReadOnly))?.get(accountId);
    },
  };
};

/** Climbs from a building or entrance to its grid; nothing else has a notice. */
const gridAbove = (side: Side, communityId: string, building: StoredRow): StoredRow | undefined => {
  if (!['building', 'entrance'].includes(textOf(building, 'kind') ?? '')) return undefined;
  let row: StoredRow | undefined = building;
  for (let level = 0; level < 4 && row !== undefined && textOf(row, 'kind') !== 'grid'; level += 1)
    row = side.rows.read(communityId, 'unit', textOf(row, 'parentId') ?? '');
  return textOf(row, 'kind') === 'grid' ? row : undefined;
};

/** A grid without a number of its own answers to its community's. */
const supervisionPhone = (side: Side, communityId: string, unitId: string): string | null =>
  textOf(side.rows.read(communityId, 'unit', unitId), 'supervisionPhone') ??
  textOf(side.rows.read(communityId, 'unit', communityId), 'supervisionPhone');

const workersOf = (
  { reader, now }: StoreCore,
  communityId: string,
  gridId: string,
): readonly { readonly id: string; readonly name: string }[] => {
  const posted = reader.db
    .selectDistinct({ id: accounts.id, name: accounts.name, state: accounts.state })
    .from(postings)
    .innerJoin(accounts, eq(accounts.id, postings.accountId))
    .where(and(eq(postings.spaceId, communityId), eq(postings.role, 'gridWorker')))
    .orderBy(accounts.id)
    .all();
  return posted.filter(
    ({ id, state }) =>
      state !== 'disabled' &&
      readAccess(reader, id, now()).communities.get(communityId)?.ownGridIds.has(gridId) === true,
  );
};
