import {
  copyFileSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../store/sqlite/audit-log.ts';
import { createSpaceWriter } from '../store/sqlite/space-writer.ts';
import { copyCrashed } from '../testing/copy-crashed.ts';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { openStoreIn } from '../testing/open-store-in.ts';
import { openWitnessFile, readWitness } from './witness-file.ts';

const communityId = 'community-of-the-test-0001';
const line = { actorId: null, actorName: null, action: 'written', communityId: null, subjectId: null, facts: {} };

/** A server that has acknowledged ten writes of a community and ten lines of the audit, killed. */
const killedServer = async () => {
  const directory = freshDirectory();
  const { core } = openStoreIn(directory);
  const spaces = createSpaceWriter(core);
  await core.queue.run(() => spaces.create(communityId, 'epoch-of-the-test-00000001'));
  core.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const older = copyCrashed(directory);
  for (let write = 0; write < 10; write += 1) {
    await core.queue.run(() => {
      spaces.nextRev(communityId);
      appendAudit(core.writer, line, write);
    });
  }
  return { directory: copyCrashed(directory), older };
};

const database = (directory: string): string => join(directory, 'lianxin.sqlite');
const log = (directory: string): string => `${database(directory)}-wal`;

describe('the witness', () => {
  it('lets a killed server start that has everything', async () => {
    const { directory } = await killedServer();
    const warnings: string[] = [];
    const { core, store } = openStoreIn(directory, undefined, { warn: (what) => void warnings.push(what) });
    expect(core.writer.sqlite.prepare('SELECT seq FROM spaces WHERE community_id = ?').pluck().get(communityId)).toBe(
      10,
    );
    expect(warnings).toEqual([]);
    await store.close();
  });

  it('keeps a server from starting whose log was cut off, and leaves the files as they are', async () => {
    const { directory } = await killedServer();
    truncateSync(log(directory), Math.floor(statSync(log(directory)).size * 0.6));
    const before = readFileSync(log(directory));
    expect(() => openStoreIn(directory)).toThrow(
      /older than its witness[\s\S]*stands at [1-9]; the witness remembers 10/,
    );
    expect(() => openStoreIn(directory)).toThrow(/the audit ends at line [1-9]; the witness remembers line 10/);
    expect(readFileSync(log(directory)).equals(before)).toBe(true);
  });

  it('keeps a server from starting when one flipped byte has made SQLite drop the end of the log', async () => {
    const { directory } = await killedServer();
    const bytes = readFileSync(log(directory));
    const at = Math.floor(bytes.length * 0.6);
    const file = openSync(log(directory), 'r+');
    writeSync(file, Buffer.from([(bytes[at] ?? 0) ^ 1]), 0, 1, at);
    expect(() => openStoreIn(directory)).toThrow(/npm run restore -- --accept/);
  });

  it('keeps a server from starting with an older copy of the database, with none, and with another history', async () => {
    const { directory, older } = await killedServer();
    rmSync(log(directory));
    copyFileSync(database(older), database(directory));
    expect(() => openStoreIn(directory)).toThrow(/stands at 0; the witness remembers 10/);
    rmSync(database(directory));
    expect(() => openStoreIn(directory)).toThrow(/is missing; the witness remembers it at 10/);
    copyFileSync(database(older), database(directory));
    const mark = { epoch: 'another-epoch-00000000001', seq: 0 };
    rmSync(join(directory, 'witness'), { recursive: true });
    openWitnessFile(join(directory, 'witness'), { communities: { [communityId]: mark }, audit: null }).close();
    expect(() => openStoreIn(directory)).toThrow(/has another history/);
  });

  it('says in plain words that a file which is no database any more needs a backup', async () => {
    const { directory } = await killedServer();
    rmSync(log(directory));
    writeFileSync(database(directory), 'no database any more'.repeat(1_000));
    expect(() => openStoreIn(directory)).toThrow(/file is damaged: restore a backup/);
  });

  it('keeps a server from starting when the audit was written anew', async () => {
    const { directory } = await killedServer();
    const { core, store } = openStoreIn(directory);
    core.writer.sqlite.exec("DROP TRIGGER audit_refuses_update; UPDATE audit SET hash = 'another' WHERE seq = 10");
    const witness = readFileSync(join(directory, 'witness', 'high-water'));
    await store.close();
    writeFileSync(join(directory, 'witness', 'high-water'), witness);
    expect(() => openStoreIn(directory)).toThrow(/line 10 of the audit is another/);
  });

  it('warns loudly when it is missing or damaged, and is written anew', async () => {
    for (const harm of ['missing', 'damaged']) {
      const { directory } = await killedServer();
      const file = join(directory, 'witness', 'high-water');
      if (harm === 'missing') rmSync(file);
      else writeFileSync(file, 'x');
      const warnings: string[] = [];
      const { store } = openStoreIn(directory, undefined, { warn: (what) => void warnings.push(what) });
      expect(warnings).toEqual([expect.stringContaining(harm)]);
      await store.close();
      expect(readWitness(join(directory, 'witness'))).toMatchObject({ communities: { [communityId]: { seq: 10 } } });
    }
  });
});

describe('a server whose witness has no place', () => {
  it('warns once and goes on', async () => {
    const directory = freshDirectory();
    writeFileSync(join(directory, 'in-the-way'), '');
    const warnings: string[] = [];
    const witnessDirectory = join(directory, 'in-the-way', 'witness');
    const warn = (what: string): void => void warnings.push(what);
    const { core, store } = openStoreIn(join(directory, 'data'), undefined, { witnessDirectory, warn });
    await core.queue.run(() => appendAudit(core.writer, line, 1));
    await store.close();
    expect(warnings).toEqual([expect.stringMatching(/cannot be written/)]);
  });
});

describe('the file of the witness', () => {
  const highWater = (seq: number, communities = 1) => ({
    communities: Object.fromEntries(
      Array.from({ length: communities }, (_, at) => [`community-${at}`, { epoch: 'e'.repeat(36), seq }]),
    ),
    audit: { seq, hash: 'h' },
  });

  it('is read from the slot before when the newest was written half', () => {
    const directory = freshDirectory();
    const file = openWitnessFile(directory, highWater(1));
    file.write(highWater(2));
    file.write(highWater(3));
    file.close();
    expect(readWitness(directory)).toEqual(highWater(3));
    const bytes = readFileSync(join(directory, 'high-water'));
    const at = bytes.indexOf('"seq":3');
    bytes[at + 6] = 0x39;
    writeFileSync(join(directory, 'high-water'), bytes);
    expect(readWitness(directory)).toEqual(highWater(2));
  });

  it('grows with the communities it remembers', () => {
    const directory = freshDirectory();
    const file = openWitnessFile(directory, highWater(1));
    for (const communities of [500, 1_500, 1_500]) file.write(highWater(7, communities));
    file.write(highWater(8, 1_500));
    file.close();
    expect(readWitness(directory)).toEqual(highWater(8, 1_500));
  });
});
