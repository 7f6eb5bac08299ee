import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { snapshotFactsSchema } from './snapshot-facts.ts';
import { auditFaultSchema } from './verify-audit.ts';

/** Is what lies beside a backup and says what it is. A backup without one was never finished. */
export const backupManifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.int(),
  appVersion: z.string(),
  file: z.string(),
  bytes: z.int(),
  /** Of the file as it lies there, in hex. */
  sha256: z.string(),
  /** Of the database in it, after decryption. */
  databaseSha256: z.string(),
  databaseBytes: z.int(),
  snapshot: snapshotFactsSchema,
  /** What was wrong with the audit of the database that was backed up; null when nothing was. */
  auditFault: z.nullable(auditFaultSchema),
  /** How many pictures lie beside it, and how many were nowhere; backups of earlier versions have none. */
  photos: z.optional(z.object({ count: z.int(), missing: z.int() })),
  /** The age recipients that can open it; empty for a plain one. */
  encryptedTo: z.array(z.string()),
});

/** Is what lies beside a backup and says what it is. */
export type BackupManifest = z.infer<typeof backupManifestSchema>;

/** Names the manifest of a backup file. */
export const manifestOf = (file: string): string => `${file}.json`;

/** Reads the manifest of a backup file; undefined when there is none that can be understood. */
export const readManifest = (file: string): BackupManifest | undefined => {
  try {
    return backupManifestSchema.safeParse(JSON.parse(readFileSync(manifestOf(file), 'utf8'))).data;
  } catch {
    return undefined;
  }
};

/** Lists the finished backups of a folder, newest first. */
export const listBackups = (directory: string): readonly BackupManifest[] => {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => /^lianxin-.*\.sqlite(\.age)?$/.test(name))
    .flatMap((name) => readManifest(join(directory, name)) ?? [])
    .filter(({ file, bytes }) => statSync(join(directory, file), { throwIfNoEntry: false })?.size === bytes)
    .sort((a, b) => b.createdAt - a.createdAt);
};

/** Takes a backup away, its manifest first, so that half a backup never looks whole. */
export const removeBackup = (directory: string, { file }: BackupManifest): void => {
  rmSync(manifestOf(join(directory, file)), { force: true });
  rmSync(`${join(directory, file)}.photos`, { force: true });
  rmSync(join(directory, file), { force: true });
};
