import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freshDirectory } from '../../testing/fresh-directory.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { isAuditIntact } from './audit-log.ts';

const program = fileURLToPath(new URL('../../testing/append-until-killed.ts', import.meta.url));

/** Lets the program write until it has promised some lines, then kills it without a word. */
const promisedBeforeKill = (directory: string, enough: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > enough) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', () => resolve(output.slice(0, output.lastIndexOf('\n')).split('\n')));
  });

describe('a killed server', () => {
  it('has kept everything it promised, whole, and its lock is free', async () => {
    for (const enough of [15, 137]) {
      const directory = freshDirectory();
      const promised = await promisedBeforeKill(directory, enough);
      const { core, store } = openTestStore({ directory });
      const kept = new Set(core.writer.sqlite.prepare('SELECT subject_id FROM audit').pluck().all());
      expect(promised.length).toBeGreaterThanOrEqual(enough);
      expect(promised.filter((line) => !kept.has(line))).toEqual([]);
      expect(kept.size % 10).toBe(0);
      expect(isAuditIntact(core.writer)).toBe(true);
      expect(core.writer.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
      await store.close();
    }
  }, 60_000);
});
