import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from './backup-manifest.ts';

/** Is when the server makes backups by itself, and whom it tells. */
export interface BackupSchedule {
  readonly everyMinutes: number;
  readonly directory: string;
  /** The folder of the running program, in which the backup command lies too. */
  readonly programFolder: string;
  readonly tell: (line: string) => void;
  readonly now: () => number;
}

const soonestMs = 5_000;

/**
 * Makes a backup at every interval in a process of its own, so that neither its work nor its end touches the server's. A
 * restart counts from the newest backup there is.
 */
export const scheduleBackups = (schedule: BackupSchedule, stopping: AbortSignal): void => {
  const everyMs = schedule.everyMinutes * 60_000;
  let timer: NodeJS.Timeout | undefined;
  const plan = (delayMs: number): void => {
    if (!stopping.aborted) timer = setTimeout(run, Math.max(delayMs, soonestMs));
  };
  const run = (): void => {
    const startedAt = schedule.now();
    const child = spawn(process.execPath, backupProgram(schedule.programFolder), { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => void said.push(chunk.toString()));
    child.once('error', (cause) => void said.push(cause.message));
    child.once('close', (code) => {
      const text = said.join('').trim();
      schedule.tell(code === 0 ? text : `备份失败 / THE BACKUP FAILED: ${text}`);
      plan(everyMs - (schedule.now() - startedAt));
    });
  };
  const newest = listBackups(schedule.directory)[0]?.createdAt ?? 0;
  plan(newest + everyMs - schedule.now());
  stopping.addEventListener('abort', () => clearTimeout(timer));
};

/** Built, the command is a file in the same folder; beside the sources it has to be taught TypeScript first. */
const backupProgram = (folder: string): readonly string[] => {
  const built = join(folder, 'backup.js');
  return existsSync(built) ? [built] : ['--import', 'tsx', join(folder, 'commands', 'backup.ts')];
};
