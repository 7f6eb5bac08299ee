import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './files-below.mjs';
import { runCommand } from './run-command.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const benches = filesBelow(join(root, 'tests', 'performance')).filter((file) => file.endsWith('.bench.ts'));

// One after another: two at a time would measure each other.
for (const bench of benches) {
  console.log(`\n${relative(root, bench)}`);
  const { code } = await runCommand(process.execPath, ['--expose-gc', '--import', 'tsx', bench], {
    cwd: root,
    show: true,
  });
  if (code !== 0) process.exitCode = 1;
}
