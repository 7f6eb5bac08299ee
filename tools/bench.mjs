import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './files-below.mjs';
import { runCommand } from './run-command.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const benches = filesBelow(join(root, 'tests', 'performance')).filter((file) => file.endsWith('.bench.ts'));

// What takes minutes to load is loaded once for all of them and goes at the end.
const folder = mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

// One after another: two at a time would measure each other. Names in the arguments choose among them.
const chosen = process.argv.slice(2);
for (const bench of benches) {
  if (chosen.length > 0 && !chosen.some((name) => bench.endsWith(join('performance', `${name}.bench.ts`)))) continue;
  console.log(`\n${relative(root, bench)}`);
  const { code } = await runCommand(process.execPath, ['--expose-gc', '--import', 'tsx', bench], {
    cwd: root,
    env: { ...process.env, BENCH_FOLDER: folder },
    show: true,
  });
  if (code !== 0) process.exitCode = 1;
}
