import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importCycles } from './import-cycles.mjs';
import { readImports, workspacesOf } from './import-graph.mjs';
import { importProblems } from './import-rules.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const imports = readImports(root);
const cycles = importCycles(imports).map((cycle) => `a cycle: ${cycle.join(' -> ')}`);
const problems = [...importProblems(imports, workspacesOf(root)), ...cycles];

console.log(problems.join('\n'));
console.log(`${imports.length} imports, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
