import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importCycles } from '../../tools/import-cycles.mjs';
import { importsOf, readImports, workspacesOf } from '../../tools/import-graph.mjs';
import { importProblems } from '../../tools/import-rules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The problems of one invented file of this repository. */
const problemsOf = (file: string, source: string): string[] => {
  const packages = {
    '@lianxin/domain': { '.': 'packages/domain/src/index.ts' },
    '@lianxin/protocol': { '.': 'packages/protocol/src/index.ts' },
    '@lianxin/sync': { './server': 'packages/sync/src/server/index.ts' },
    '@lianxin/testkit': { '.': 'packages/testkit/src/index.ts' },
  };
  const dependencies = Object.fromEntries(Object.keys(packages).map((name) => [name, '0.1.0']));
  const workspaces = ['packages/domain', 'packages/ledger', 'apps/web', 'apps/api'].map((folder) => ({
    folder,
    name: folder,
    dependencies,
  }));
  return importProblems(importsOf([{ file, source }], { hasFile: () => true, packages }), workspaces);
};

describe('the repository', () => {
  const imports = readImports(root);

  test('breaks no import rule', () => {
    expect(importProblems(imports, workspacesOf(root))).toEqual([]);
  });

  test('has no import cycle', () => {
    expect(importCycles(imports)).toEqual([]);
  });
});

describe('the import rules', () => {
  test.each([
    ['packages/domain/src/visit/visit.ts', "import type { Push } from '@lianxin/protocol';"],
    ['packages/domain/src/visit/visit.ts', "import { readFileSync } from 'fs';"],
    ['packages/ledger/src/write/write.ts', "export * from '@lianxin/protocol';"],
    ['apps/web/src/app/show-app.tsx', "const page = <p>连心 {import('@lianxin/sync/server')}</p>;"],
    ['apps/web/src/app/show-app.tsx', "import { app } from '../../../api/src/create-app.ts';"],
    ['apps/web/src/ui/row.tsx', "import { Household } from '@lianxin/domain';"],
    ['apps/web/src/storage/open.ts', "import { Register } from '../features/register/register.tsx';"],
    ['apps/web/src/features/help/help.tsx', "import { Visit } from '../visits/visit.tsx';"],
    ['apps/web/src/features/help/help.tsx', "import { Router } from '../../app/router.tsx';"],
    ['apps/api/src/main.ts', "import { world } from '@lianxin/testkit';"],
    ['packages/ledger/src/plan/plan.ts', "type Push = import('@lianxin/protocol').Push;"],
    ['apps/api/src/main.ts', "import { testApp } from './testing/test-app.ts';"],
    ['apps/api/src/main.ts', "import dayjs from 'dayjs';"],
    ['apps/api/src/main.ts', "import type { Phone } from '@lianxin/sync/client';"],
  ])('%s refuses %s', (file, source) => {
    expect(problemsOf(file, source)).not.toEqual([]);
  });

  test.each([
    ['apps/web/src/features/help/help.tsx', "import { Row } from '../../ui/row.tsx';"],
    ['apps/api/src/main.ts', "const program = `import('tsx/esm/api').then(start)`;"],
    ['apps/api/src/main.ts', "import { apply } from '@lianxin/sync/server';"],
    ['packages/domain/src/visit/visit.test.ts', "import { world } from '@lianxin/testkit';"],
  ])('%s allows %s', (file, source) => {
    expect(problemsOf(file, source)).toEqual([]);
  });

  test('a cycle is named by the files on it', () => {
    const link = (file: string, target: string) => ({ file, specifier: target, target });
    expect(importCycles([link('a', 'b'), link('b', 'c'), link('c', 'a'), link('a', 'd')])).toEqual([
      ['a', 'b', 'c', 'a'],
    ]);
  });
});
