import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { dayMs } from '@lianxin/domain';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '../../apps/api/src/durability/restore-backup.ts';
import type { Side } from '../../apps/api/src/store/sqlite/core.ts';
import { backUp, restoreJob } from '../../apps/api/src/testing/backup-in.ts';
import { freshDirectory } from '../../apps/api/src/testing/fresh-directory.ts';
import { openStoreIn } from '../../apps/api/src/testing/open-store-in.ts';
import { type PlantedPerson, planted, plantPerson, push, visitOf } from './planted-person.ts';

/** Reads all segments as phones would. */
const segmentTexts = (side: Side): readonly string[] =>
  side.sqlite
    .prepare<[], { readonly content: Buffer }>('SELECT content FROM segments')
    .all()
    .map(({ content }) => brotliDecompressSync(content).toString());

const spoken = [planted.name, planted.phone];

const holdsPlanted = (side: Side): boolean =>
  segmentTexts(side).some((text) => spoken.some((value) => text.includes(value)));

/** Lets a year of visits name the person, and cuts it into segments. */
const cutHistory = async (about: PlantedPerson): Promise<void> => {
  const { worker, started } = about;
  for (let from = 0; from < 400; from += 100) {
    const written = Array.from({ length: 100 }, (_, at) => {
      const visitedAt = started.clock.now - (400 - ((from + at) % 300)) * dayMs;
      const note = at === 7 ? `${planted.name}说打${planted.phone}` : '都好';
      return ['visit.log', visitOf(about, { note, isLateEntry: true, visitedAt })] as const;
    });
    await push(worker, written);
  }
  await pullFresh(about);
};

/** A new phone of the same worker begins. */
const pullFresh = async ({ worker }: PlantedPerson): Promise<void> => void (await worker.pullFresh());

describe('segments of history', () => {
  it('hold nothing of a person who was erased, at once and when they are cut anew', async () => {
    const about = await plantPerson();
    await cutHistory(about);
    const { reader } = about.started.core;
    expect(holdsPlanted(reader)).toBe(true);
    const body = { community: about.place.communityId, reason: '本人书面要求' };
    expect((await about.operator.request('POST', `/persons/${about.personId}/erase`, body)).status).toBe(200);
    expect(holdsPlanted(reader)).toBe(false);
    await pullFresh(about);
    expect(segmentTexts(reader).length).toBeGreaterThan(0);
    expect(holdsPlanted(reader)).toBe(false);
  });

  it('hold nothing of them after a backup from before was put back', async () => {
    const about = await plantPerson();
    await cutHistory(about);
    const { started, operator, place, personId } = about;
    expect(holdsPlanted(started.core.reader)).toBe(true);
    const backups = freshDirectory();
    const manifest = await backUp(started.directory, backups);
    const body = { community: place.communityId, reason: '本人书面要求' };
    expect((await operator.request('POST', `/persons/${personId}/erase`, body)).status).toBe(200);
    await started.store.close();
    const restored = await restoreBackup(restoreJob(started.directory), join(backups, manifest.file), null);
    expect(restored.ok).toBe(true);
    const { core, store } = openStoreIn(started.directory);
    expect(holdsPlanted(core.reader)).toBe(false);
    await store.close();
  });
});
