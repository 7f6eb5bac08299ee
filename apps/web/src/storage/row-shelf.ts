import type { LocalChange } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import type { Codec } from './codec.ts';
import type { TableWrites } from './commit-writes.ts';
import type { AccountDatabase, RestingPack, RestingRow } from './database.ts';
import { packRows, readPack, toPacks, unpackRows } from './row-packs.ts';

/** A change of at least so many rows is sealed in packs: one row and one key at a time takes a phone a hundred times as long. */
const packFrom = 64;
/** So many single rows are laid together with the next rows that come. */
const mostSingles = 500;
/** The most single rows that are laid together at once: an old database comes into packs bit by bit. */
const foldAtMost = 4_000;
/** What shrank below this is laid together with others. */
const smallPack = 100;
/** The keys of packs grow with the version of the commit that writes them. */
const keysPerVersion = 1_000_000;

/** Is what a commit does to the rows at rest, sealed and ready. */
export interface RowWrites {
  readonly putSingles: readonly RestingRow[];
  readonly removeSingles: readonly [table: string, id: string][];
  readonly putPacks: readonly RestingPack[];
  readonly removePacks: readonly number[];
  /** Which rows lie in the packs that are put. */
  readonly packed: ReadonlyMap<number, readonly string[]>;
}

/** Is the confirmed rows at rest. */
export interface RestingRows {
  readonly singles: readonly RestingRow[];
  readonly packs: readonly RestingPack[];
}

/** Knows, as of one version of the database, in which pack each packed row lies: a list that is made at the first change of rows, so that no start waits for it. */
interface Catalogue {
  readonly version: number;
  readonly packOf: () => Map<string, number>;
  readonly sizes: Map<number, number>;
  readonly singles: Set<string>;
}

/** Keeps the confirmed rows of one account at rest. */
export interface RowShelf {
  /** Reads everything of a community; to be called in a transaction. */
  readonly read: (communityId: string) => Promise<RestingRows>;
  /** Opens what was read, of a database of this version. */
  readonly open: (communityId: string, version: number, resting: RestingRows) => Promise<readonly StoredRow[]>;
  /** Says whether the shelf knows where everything lies in a database of this version. */
  readonly knows: (communityId: string, version: number) => boolean;
  /** Seals what a change writes; to be called before its transaction. */
  readonly plan: (change: LocalChange) => Promise<RowWrites>;
  /** Says what of it goes into which table. */
  readonly writesOf: (change: LocalChange, writes: RowWrites) => readonly TableWrites[];
  /** Remembers what was committed. */
  readonly settle: (change: LocalChange, writes: RowWrites) => void;
}

const nameOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table} ${id}`;

/**
 * Keeps rows in packs and few of them singly. A row lies in one place only: whatever puts or removes it rewrites the pack it lay in without it, in the same
 * transaction, so that nothing that was replaced, erased or lost with a grid stays behind; a pack all of whose rows go is deleted unopened. Should a row ever
 * be found twice, a single row is newer than any pack, and of packs the later one.
 */
export const createRowShelf = (database: AccountDatabase, codec: Codec, accountId: string): RowShelf => {
  const { rows: singles, packs } = database;
  const catalogues = new Map<string, Catalogue>();
  const place = (table: string, id: string | number) => ({ accountId, table, id: String(id) });
  const emptyCatalogue = (version: number): Catalogue => ({
    version,
    packOf: once(() => new Map()),
    sizes: new Map(),
    singles: new Set(),
  });
  const catalogueOf = (communityId: string): Catalogue => catalogues.get(communityId) ?? emptyCatalogue(0);
  const openPack = async ({ key, sealed }: RestingPack): Promise<readonly StoredRow[]> =>
    unpackRows(readPack(await codec.open(place('packs', key), sealed)));
  const openSingle = async ({ table, id, sealed }: RestingRow): Promise<StoredRow> =>
    (await codec.open(place(table, id), sealed)) as StoredRow;
  const open: RowShelf['open'] = async (communityId, version, resting) => {
    const [packed, single] = await Promise.all([
      Promise.all(resting.packs.map(openPack)),
      Promise.all(resting.singles.map(openSingle)),
    ]);
    const contents = new Map(resting.packs.map(({ key }, at) => [key, packed[at] ?? []] as const));
    catalogues.set(communityId, {
      version,
      packOf: once(() => listPacked(contents)),
      sizes: new Map([...contents].map(([key, rows]) => [key, rows.length])),
      singles: new Set(single.map(nameOf)),
    });
    return [...packed.flat(), ...single];
  };
  const sealPacks = async (change: LocalChange, rows: readonly StoredRow[]) => {
    const { communityId, version } = change.meta;
    const sealed = await Promise.all(
      toPacks(rows).map(async (together, at) => {
        const key = version * keysPerVersion + at;
        const pack = { communityId, key, sealed: await codec.seal(place('packs', key), packRows(together)) };
        return { pack, names: together.map(nameOf) };
      }),
    );
    return {
      putPacks: sealed.map(({ pack }) => pack),
      packed: new Map(sealed.map(({ pack, names }) => [pack.key, names] as const)),
    };
  };
  const sealSingles = (change: LocalChange): Promise<RestingRow[]> =>
    Promise.all(
      change.putRows.map(async (row) => ({
        ...{ table: row.table, id: row.id, communityId: change.meta.communityId },
        sealed: await codec.seal(place(row.table, row.id), row),
      })),
    );
  /** Opens what of the packs a change touches stays. */
  const stayingOf = async (keys: readonly number[], communityId: string, gone: ReadonlySet<string>) => {
    const found = await packs.bulkGet(keys.map((key): [string, number] => [communityId, key]));
    const opened = await Promise.all(found.flatMap((pack) => (pack === undefined ? [] : [openPack(pack)])));
    return opened.flat().filter((row) => !gone.has(nameOf(row)));
  };
  /** When many rows lie singly, they are laid together with the rows that come. */
  const foldedOf = async (change: LocalChange, gone: ReadonlySet<string>): Promise<readonly StoredRow[]> => {
    const catalogue = catalogueOf(change.meta.communityId);
    const isDue = change.putRows.length > 0 && catalogue.singles.size + change.putRows.length > mostSingles;
    if (!isDue || change.clearRows || catalogue.singles.size === 0) return [];
    const resting = await singles.where('communityId').equals(change.meta.communityId).limit(foldAtMost).toArray();
    return await Promise.all(resting.filter((row) => !gone.has(nameOf(row))).map(openSingle));
  };
  return {
    open,
    read: async (communityId) => ({
      singles: await singles.where('communityId').equals(communityId).toArray(),
      packs: await packs.where('communityId').equals(communityId).sortBy('key'),
    }),
    knows: (communityId, version) => catalogueOf(communityId).version === version,
    plan: async (change) => {
      const { communityId } = change.meta;
      const catalogue = change.clearRows ? emptyCatalogue(0) : catalogueOf(communityId);
      const touched = [...change.removeRows, ...change.putRows];
      const gone = new Set(touched.map(nameOf));
      const folded = await foldedOf(change, gone);
      const isPacked = folded.length > 0 || change.putRows.length >= packFrom;
      const touchedPacks = countByPack(catalogue, gone);
      const rewritten = [...touchedPacks].filter(([key, count]) => count < (catalogue.sizes.get(key) ?? 0));
      const small = isPacked
        ? [...catalogue.sizes].filter(([key, size]) => size < smallPack && !touchedPacks.has(key))
        : [];
      const opened = [...rewritten, ...small].map(([key]) => key);
      const staying = opened.length === 0 ? [] : await stayingOf(opened, communityId, gone);
      const together = [...staying, ...folded, ...(isPacked ? change.putRows : [])];
      const single = (isPacked ? [...touched, ...folded] : change.removeRows).filter((row) =>
        catalogue.singles.has(nameOf(row)),
      );
      return {
        ...(await sealPacks(change, together)),
        putSingles: isPacked ? [] : await sealSingles(change),
        removeSingles: single.map(({ table, id }): [string, string] => [table, id]),
        removePacks: [...new Set([...touchedPacks.keys(), ...opened])],
      };
    },
    writesOf: ({ clearRows, meta }, { putSingles, removeSingles, putPacks, removePacks }) => [
      { table: 'rows', clears: clearRows, remove: removeSingles, put: putSingles },
      { table: 'packs', clears: clearRows, remove: removePacks.map((key) => [meta.communityId, key]), put: putPacks },
    ],
    settle: (change, writes) => {
      const { communityId, version } = change.meta;
      const before = change.clearRows ? emptyCatalogue(0) : catalogueOf(communityId);
      const touchesRows = change.putRows.length + change.removeRows.length + writes.packed.size > 0;
      const packOf = touchesRows ? before.packOf() : new Map<string, number>();
      for (const { table, id } of [...change.removeRows, ...change.putRows]) packOf.delete(nameOf({ table, id }));
      for (const key of writes.removePacks) before.sizes.delete(key);
      for (const [key, names] of writes.packed) {
        before.sizes.set(key, names.length);
        for (const name of names) packOf.set(name, key);
      }
      for (const [table, id] of writes.removeSingles) before.singles.delete(nameOf({ table, id }));
      for (const row of writes.putSingles) before.singles.add(nameOf(row));
      catalogues.set(communityId, { ...before, version });
    },
  };
};

const countByPack = (catalogue: Catalogue, names: ReadonlySet<string>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  if (names.size === 0) return counts;
  const packOf = catalogue.packOf();
  for (const name of names) {
    const key = packOf.get(name);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

const listPacked = (contents: ReadonlyMap<number, readonly StoredRow[]>): Map<string, number> => {
  const packOf = new Map<string, number>();
  for (const [key, rows] of contents) for (const row of rows) packOf.set(nameOf(row), key);
  return packOf;
};

/** What it is made of is let go with the making. */
const once = <T>(make: () => T): (() => T) => {
  let state: { readonly make: () => T } | { readonly value: T } = { make };
  return () => {
    if ('make' in state) state = { value: state.make() };
    return state.value;
  };
};
