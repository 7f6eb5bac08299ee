import type { Table } from 'dexie';
import { type Codec, plainCodec, type SealPlace } from '../codec.ts';
import type { AccountDatabase } from '../database.ts';
import type { OpenVault } from './use-open-vault.ts';
import { inDatabase } from './vault-table.ts';

/** So many at once that a phone of today seals them in a blink, and so few that little is held twice. */
const batch = 500;

/**
 * Seals what versions before the sealed store have left readable: rows, saved work, drafts, everything. A value tells by
 * its type whether it is still readable, so a phone that is killed in the middle goes on where it was.
 */
export const resealPlain = async ({ accountId, codec }: Pick<OpenVault, 'accountId' | 'codec'>): Promise<void> =>
  inDatabase(accountId, async (database) => {
    const lock = await database.vault.get('vault');
    if (lock?.key !== 'vault' || !lock.plainRemains) return;
    for (const shelf of shelvesOf(database, accountId)) await resealTable(shelf, codec);
    await database.transaction('rw', database.vault, async () => {
      const current = await database.vault.get('vault');
      if (current?.key === 'vault') await database.vault.put({ ...current, plainRemains: false });
    });
  });

interface Shelf {
  /** Taken by name, because the tables differ by their keys and here a key is only handed back as it came. */
  readonly table: Table;
  readonly placeOf: (value: Readonly<Record<string, unknown>>) => SealPlace;
}

const shelvesOf = (database: AccountDatabase, accountId: string): readonly Shelf[] => {
  const keyed = (table: 'outbox' | 'attention' | 'kept' | 'packs'): Shelf => ({
    table: database.table(table),
    placeOf: (value) => ({ accountId, table, id: String(value['key']) }),
  });
  return [
    {
      table: database.table('rows'),
      placeOf: (value) => ({ accountId, table: String(value['table']), id: String(value['id']) }),
    },
    ...(['outbox', 'attention', 'kept', 'packs'] as const).map(keyed),
    {
      table: database.table('drafts'),
      placeOf: (value) => ({ accountId, table: 'drafts', id: String(value['form']) }),
    },
    {
      table: database.table('meta'),
      placeOf: (value) => ({ accountId, table: 'meta', id: String(value['communityId']) }),
    },
  ];
};

const resealTable = async ({ table, placeOf }: Shelf, codec: Codec): Promise<void> => {
  const keys = await table.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += batch) {
    const found: readonly Record<string, unknown>[] = (await table.bulkGet(keys.slice(at, at + batch))).filter(Boolean);
    const sealed = await Promise.all(
      found.filter(isPlain).map(async (value) => {
        const place = placeOf(value);
        return { ...value, sealed: await codec.seal(place, await readPlain(place, String(value['sealed']))) };
      }),
    );
    await table.db.transaction('rw', table, async () => {
      // Another window may have sealed, sent and removed one of them meanwhile: only what is still readable is replaced.
      const current = await table.bulkGet(sealed.map((value) => primaryKeyOf(table, value)));
      await table.bulkPut(sealed.filter((_, index) => current[index] !== undefined && isPlain(current[index])));
    });
  }
};

const isPlain = (value: Readonly<Record<string, unknown>>): boolean => typeof value['sealed'] === 'string';

/** A damaged value is kept as the text it is: it must not keep everything else from being sealed. */
const readPlain = (place: SealPlace, text: string): Promise<unknown> => plainCodec.open(place, text).catch(() => text);

const primaryKeyOf = ({ schema }: Shelf['table'], value: Readonly<Record<string, unknown>>): unknown => {
  const { keyPath } = schema.primKey;
  return typeof keyPath === 'string' ? value[keyPath] : keyPath?.map((part) => value[part]);
};
