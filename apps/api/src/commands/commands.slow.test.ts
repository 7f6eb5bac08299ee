import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { type Program, startProgram, until } from '../testing/program.ts';

const running: Program[] = [];

afterEach(async () => {
  for (const program of running.splice(0)) {
    program.process.kill('SIGKILL');
    await program.ended;
  }
});

/** A deployment with the demo, and its commands. */
const deployment = () => {
  const directory = freshDirectory();
  const backups = freshDirectory();
  const env = { DATA_DIR: directory, BACKUP_DIR: backups, PORT: '0', BALLAST_MB: '1' };
  const run = async (file: string, ...args: string[]): Promise<readonly [number | null, string]> => {
    const { code, said } = await startProgram(new URL(`./${file}.ts`, import.meta.url), args, env).ended;
    return [code, said];
  };
  const startServer = async (more: Readonly<Record<string, string>> = {}): Promise<Program> => {
    const server = startProgram(new URL('../main.ts', import.meta.url), ['--demo'], { ...env, ...more });
    running.push(server);
    await until(() => server.process.exitCode !== null || server.lines().some((line) => line.includes('is open at')));
    return server;
  };
  const stop = async (server: Program): Promise<void> => {
    server.process.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  };
  return { directory, backups, run, startServer, stop };
};

describe('the commands of the operator', () => {
  it('back up a running server, check its audit, restore what was backed up and let it start again', async () => {
    const { directory, backups, run, startServer, stop } = deployment();
    const server = await startServer();
    const [code, said] = await run('backup');
    expect([code, said]).toEqual([0, expect.stringMatching(/Backup made and checked: .*\.sqlite \(/)]);
    expect(await run('audit-verify')).toEqual([0, expect.stringMatching(/The audit is whole/)]);
    const file = join(backups, readdirSync(backups).find((name) => name.endsWith('.sqlite')) ?? '');
    expect(await run('restore', file)).toEqual([1, expect.stringMatching(/already works in/)]);
    await stop(server);
    expect(await run('restore', file)).toEqual([0, expect.stringMatching(/Restored: [\s\S]*make a backup soon/)]);
    expect(await run('audit-verify')).toEqual([0, expect.stringMatching(/The audit is whole/)]);
    expect(await run('audit-verify', '--backup', file)).toEqual([0, expect.stringMatching(/The audit is whole/)]);
    await stop(await startServer());
    expect(readdirSync(directory).filter((name) => name.startsWith('set-aside-'))).toHaveLength(1);
  });

  it('name the line of the audit that somebody changed, and the end that somebody cut off', async () => {
    const { directory, run, startServer, stop } = deployment();
    await stop(await startServer());
    await run('backup');
    await run('backup');
    await stop(await startServer());
    const sqlite = new Database(join(directory, 'lianxin.sqlite'));
    sqlite.exec('DROP TRIGGER audit_refuses_delete; DROP TRIGGER audit_refuses_update');
    sqlite.exec(
      "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit); UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'audit'",
    );
    const last = Number(sqlite.prepare('SELECT max(seq) FROM audit').pluck().get());
    const cutOff = await run('audit-verify');
    expect(cutOff).toEqual([1, expect.stringContaining(`was cut off: line ${last + 1} and`)]);
    sqlite.exec("UPDATE audit SET action = 'something.else' WHERE seq = 1");
    expect(await run('audit-verify')).toEqual([1, expect.stringContaining('Line 1 of the audit was changed')]);
    sqlite.close();
    const server = await startServer();
    expect((await server.ended).said).toMatch(/two ways on/i);
    expect((await server.ended).code).toBe(1);
  });

  it('are run by the server itself when it is told how often', async () => {
    const { backups, startServer, stop } = deployment();
    const server = await startServer({ BACKUP_EVERY_MINUTES: '60' });
    await until(() => server.lines().some((line) => line.includes('Backup made and checked')));
    expect(readdirSync(backups).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
    await stop(server);
  });

  it('say in plain words what they cannot do', async () => {
    const { run } = deployment();
    const said = await Promise.all([
      run('backup'),
      run('audit-verify'),
      run('restore'),
      run('restore', '--accept'),
      run('backup', '--wrong'),
    ]);
    expect(said).toEqual([
      [1, expect.stringMatching(/no database/)],
      [1, expect.stringMatching(/no database/)],
      [1, expect.stringMatching(/npm run restore -- </)],
      [1, expect.stringMatching(/key file .* is missing/)],
      [1, expect.stringMatching(/--wrong/)],
    ]);
  });
});
