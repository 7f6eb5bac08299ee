import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { freshDirectory } from '../testing/fresh-directory.ts';
import { startProgram, until } from '../testing/program.ts';

it('finds and erases a person of a stopped server, for a reason and after a word', async () => {
  const directory = freshDirectory();
  const env = { DATA_DIR: directory, PORT: '0', BALLAST_MB: '1' };
  const run = async (...args: string[]): Promise<readonly [number | null, string]> => {
    const { code, said } = await startProgram('commands/erase-person.ts', args, env).ended;
    return [code, said];
  };
  const server = startProgram('main.ts', ['--demo'], env);
  await until(() => server.process.exitCode !== null || server.lines().some((line) => line.includes('is open at')));
  expect(await run('--find', '王')).toEqual([1, expect.stringMatching(/already works in/)]);
  server.process.kill('SIGTERM');
  await server.ended;

  const sqlite = new Database(join(directory, 'lianxin.sqlite'), { readonly: true });
  const { id, name, phone } = sqlite
    .prepare<[], { id: string; name: string; phone: string }>(
      'SELECT id, name, phone FROM persons WHERE phone IS NOT NULL AND length(name) = 3 ORDER BY id LIMIT 1',
    )
    .get() ?? { id: '', name: '', phone: '' };
  sqlite.close();
  const [code, found] = await run('--find', phone);
  expect([code, found.split(/\s/)[0]]).toEqual([0, id]);
  expect(found).not.toContain(name);

  expect(await run(id, '--reason', '本人书面要求')).toEqual([1, expect.stringMatching(/--confirm/)]);
  expect(await run(id, '--reason', `${name}要求`, '--confirm', '抹除')).toEqual([
    1,
    expect.stringMatching(/names the person/),
  ]);
  expect(readFileSync(join(directory, 'lianxin.sqlite')).includes(Buffer.from(phone))).toBe(true);
  expect(await run(id, '--reason', '本人书面要求', '--confirm', '抹除')).toEqual([0, expect.stringContaining(id)]);
  expect(readFileSync(join(directory, 'lianxin.sqlite')).includes(Buffer.from(phone))).toBe(false);
  expect(await run('nobody-of-this-id-0001', '--reason', '本人书面要求', '--confirm', '抹除')).toEqual([
    1,
    expect.stringMatching(/There is no person/),
  ]);
});
