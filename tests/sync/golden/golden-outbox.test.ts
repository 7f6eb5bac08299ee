import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutationArguments, pullAnswerSchema, pushAnswerSchema } from '@lianxin/protocol';
import { runRound } from '@lianxin/sync/client';
import { createTown, storedRow } from '@lianxin/testkit';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { createSealingKey } from '../../../apps/api/src/crypto/sealing-key.ts';
import { freshDirectory } from '../../../apps/api/src/testing/fresh-directory.ts';
import { openStoreIn } from '../../../apps/api/src/testing/open-store-in.ts';
import { startTestApp, type TestApp, type TestClient } from '../../../apps/api/src/testing/test-app.ts';
import { signInStarter } from '../../../apps/api/src/testing/test-demo.ts';
import { plainCodec } from '../../../apps/web/src/storage/codec.ts';
import { AccountDatabase, databaseName } from '../../../apps/web/src/storage/database.ts';
import { createDexieStore } from '../../../apps/web/src/storage/dexie-store.ts';
import { openRegister, type Register } from '../../../apps/web/src/storage/register.ts';

interface GoldenEntry {
  readonly n: number;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly args: unknown;
}

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (file: string): readonly GoldenEntry[] => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const town = createTown();
const accountId = '01900000-0000-7000-8000-00000000a001';
const [grid] = town.grids;
const bucket = `grid:${grid.gridId}`;

/** Two undecided conflicts and two pieces of held work, for the decisions in the corpus. */
const undecided = [
  ...['golden_conflict_0001', 'golden_conflict_0002'].map((id) =>
    storedRow({
      table: 'conflict',
      id,
      buckets: [bucket],
      fields: { table: 'person', rowId: grid.personIds[1] ?? '', field: 'note', lostValue: '旧话', state: 'open' },
    }),
  ),
  ...['golden_held_000000001', 'golden_held_000000002'].map((id) =>
    storedRow({
      table: 'heldWork',
      id,
      buckets: [bucket],
      fields: {
        mutationId: 'golden_mutation_held1',
        mutationName: 'record.edit',
        mutationVersion: 1,
        args: {
          table: 'person',
          id: grid.personIds[1] ?? '',
          edits: [{ field: 'phone', to: '13900000009', on: null, seen: 1 }],
        },
        subjectId: grid.personIds[1] ?? '',
        authorName: '前网格员',
        writtenAt: 1_763_500_000_000,
        reason: 'outOfScope',
        state: 'open',
      },
    }),
  ),
];

const startServer = async (): Promise<{ readonly started: TestApp; readonly client: TestClient }> => {
  // The corpus holds what a phone has sealed to a server, so it needs the server's key as well; no other server has it.
  const sealingKey = createSealingKey(readFileSync(join(folder, 'sealing-key.pem'), 'utf8'));
  const started = startTestApp({ opened: openStoreIn(freshDirectory(), undefined, { sealingKey }) });
  const postings = town.grids.map(({ gridId }) => ({
    role: 'gridWorker' as const,
    spaceId: town.communityId,
    unitId: gridId,
  }));
  await started.store.loadDemo({
    spaces: [{ communityId: town.communityId, rows: [...town.rows, ...undecided] }],
    accounts: [{ id: accountId, name: '陈网格', canViewUnmasked: false, postings }],
  });
  return { started, client: await signInStarter(started, '陈网格') };
};

/** Leaves a phone's database as the first released app left it: its tables, its shapes, nothing that came later. */
const leaveOldPhone = async (entries: readonly GoldenEntry[]): Promise<void> => {
  await Dexie.delete(databaseName(accountId));
  const old = new Dexie(databaseName(accountId));
  old.version(1).stores({
    rows: '[table+id], communityId',
    outbox: '[communityId+key], communityId',
    attention: '[communityId+key], communityId',
    meta: 'communityId',
  });
  const { communityId } = town;
  const meta = {
    communityId,
    replicaId: 'golden_replica_00001',
    nextN: entries.length + 1,
    epoch: null,
    have: {},
    checkpoint: 0,
    safe: 0,
    offsetMs: 0,
    lastContactAt: null,
    lastCheckpointAt: null,
    version: 7,
  };
  await old
    .table('outbox')
    .bulkPut(entries.map((entry) => ({ communityId, key: entry.n, sealed: JSON.stringify(entry) })));
  await old.table('meta').put({ communityId, version: 7, nextN: meta.nextN, sealed: JSON.stringify(meta) });
  old.close();
};

const openPhone = async (started: TestApp): Promise<{ readonly register: Register; readonly close: () => void }> => {
  const database = new AccountDatabase(accountId);
  const register = await openRegister({
    store: createDexieStore(database, plainCodec, accountId),
    communityId: town.communityId,
    author: { userId: accountId, userName: '陈网格' },
    now: () => started.clock.now,
    newId: started.deps.newId,
    announce: () => undefined,
  });
  return { register, close: () => database.close() };
};

describe.each(files)('the outbox of a phone in a drawer, %s', (file) => {
  const entries = read(file);

  it('is read by this version and applied by the server to the last entry', async () => {
    const { started, client } = await startServer();
    await leaveOldPhone(entries);
    const { register, close } = await openPhone(started);
    expect(register.state().outbox.map((entry) => entry.id)).toEqual(entries.map((entry) => entry.id));
    const call = async (path: string, body: unknown) => (await client.request('POST', path, body)).json();
    const result = await runRound({
      transport: {
        push: async (request) => pushAnswerSchema.parse(await call('/sync/push', request)),
        pull: async (request) => pullAnswerSchema.parse(await call('/sync/pull', request)),
        segments: async () => ({ found: [] }),
      },
      state: register.state,
      rows: () => register.confirmed,
      update: register.update,
      now: () => started.clock.now,
      newId: started.deps.newId,
    });
    expect(result).toBe('settled');
    const stored = started.core.reader.sqlite
      .prepare<[], { id: string; name: string; outcome: string; reason: string | null }>(
        'SELECT id, name, outcome, reason FROM mutations ORDER BY n',
      )
      .all();
    expect(stored.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'merged')).toEqual([]);
    expect(stored.map(({ id }) => id)).toEqual(entries.map((entry) => entry.id));
    const { outbox, attention, kept } = register.state();
    expect([outbox, attention]).toEqual([[], []]);
    expect(kept).toHaveLength(entries.length);
    close();
  });
});

it('covers every version of every mutation that was ever released', () => {
  const covered = new Set(files.flatMap(read).map(({ name, version }) => `${name} ${version}`));
  const released = Object.entries(mutationArguments).flatMap(([name, versions]) =>
    Object.keys(versions).map((version) => `${name} ${version}`),
  );
  expect(released.filter((name) => !covered.has(name))).toEqual([]);
});
