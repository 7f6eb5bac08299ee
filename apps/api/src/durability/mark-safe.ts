import { drizzle } from 'drizzle-orm/better-sqlite3';
import { appendAudit } from '../store/sqlite/audit-log.ts';
import { openWriter } from '../store/sqlite/connection.ts';
import type { BackupManifest } from './backup-manifest.ts';

/**
 * Tells the database that everything up to the backup's snapshot survives the loss of this server, and writes the backup
 * into the audit. A community whose history began anew meanwhile is left alone: its numbers count something else. The
 * running server reads `safe` for each answer, so phones show the third tick from now on.
 */
export const markSafe = (databaseFile: string, manifest: BackupManifest, now: number): void => {
  const sqlite = openWriter(databaseFile);
  const raise = sqlite.prepare(
    'UPDATE spaces SET safe = max(safe, @seq) WHERE community_id = @id AND epoch = @epoch AND seq >= @seq',
  );
  const work = sqlite.transaction(() => {
    for (const [id, { epoch, seq }] of Object.entries(manifest.snapshot.highWater.communities)) {
      raise.run({ id, epoch, seq });
    }
    appendAudit(
      { db: drizzle({ client: sqlite }) },
      {
        actorId: null,
        actorName: null,
        action: 'backup.made',
        communityId: null,
        subjectId: manifest.file,
        facts: { sha256: manifest.sha256, bytes: manifest.bytes, isEncrypted: manifest.encryptedTo.length > 0 },
      },
      now,
    );
  });
  try {
    work.immediate();
  } finally {
    sqlite.close();
  }
};
