/**
 * Who may import whom, as docs/architecture.md draws it. Test files and tests/ may import everything.
 * @typedef {import('./import-graph.mjs').Import} Import
 * @typedef {{ folder: string, name: string, dependencies?: Record<string, string> }} Workspace
 */

/**
 * Each folder with the folders of this repository that it may import besides itself.
 * @type {readonly (readonly [string, readonly string[]])[]}
 */
const allowedFolders = [
  ['packages/domain', []],
  ['packages/protocol', ['packages/domain']],
  ['packages/sync/src/merge', ['packages/domain', 'packages/protocol']],
  ['packages/sync/src/client', ['packages/domain', 'packages/protocol', 'packages/sync/src/merge']],
  ['packages/sync/src/server', ['packages/domain', 'packages/protocol', 'packages/sync/src/merge']],
  ['packages/ledger', ['packages/domain']],
  ['packages/testkit', ['packages', 'apps']],
  [
    'apps/web',
    ['packages/domain', 'packages/protocol', 'packages/sync/src/merge', 'packages/sync/src/client', 'packages/ledger'],
  ],
  [
    'apps/api',
    ['packages/domain', 'packages/protocol', 'packages/sync/src/merge', 'packages/sync/src/server', 'packages/ledger'],
  ],
  ['tools', []],
];

/** Folders of the PWA, lower first: a folder may import those of its own row and of the rows above it. */
const webLayers = [['ui', 'platform', 'storage', 'locale'], ['features'], ['app']];

/** Time, ids, storage and network arrive as arguments, so that both ends and every test can supply them. */
const pureFolders = ['packages/domain', 'packages/protocol', 'packages/sync', 'packages/ledger'];

/**
 * @param {string} path
 * @param {string} folder
 */
const isIn = (path, folder) => path.startsWith(`${folder}/`);

/**
 * Test files, what they share beside the source in a folder named testing, and tests/.
 * @param {string} path
 */
const isTest = (path) => isIn(path, 'tests') || /\.test\.tsx?$|\/testing\//.test(path);

/** @param {string} path */
const webLayer = (path) => webLayers.findIndex((names) => names.some((name) => isIn(path, `apps/web/src/${name}`)));

/** @param {string} path */
const webFeature = (path) => /^apps\/web\/src\/features\/([^/]+)\//.exec(path)?.[1];

/** @param {{ file: string, target: string }} link */
const direction = ({ file, target }) => {
  if (/^(npm|node):/.test(target)) return undefined;
  const rule = allowedFolders.find(([folder]) => isIn(file, folder));
  if (!rule || [rule[0], ...rule[1]].some((folder) => isIn(target, folder))) return undefined;
  return `${rule[0]} may not import this`;
};

/** @param {{ file: string, target: string }} link */
const purity = ({ file, target }) =>
  target.startsWith('node:') && pureFolders.some((folder) => isIn(file, folder))
    ? 'a pure package knows no platform'
    : undefined;

/** @param {{ file: string, target: string }} link */
const testing = ({ target }) => (isTest(target) ? 'only a test may import this' : undefined);

/** @param {{ file: string, target: string }} link */
const webOrder = ({ file, target }) => {
  if (webLayer(file) >= 0 && webLayer(target) > webLayer(file))
    return 'a lower layer of the PWA may not import a higher';
  if (webFeature(file) && webFeature(target) && webFeature(file) !== webFeature(target)) {
    return 'a feature may not import another feature';
  }
  if (isIn(file, 'apps/web/src/ui') && (isIn(target, 'packages') || isIn(target, 'apps/web/src/storage'))) {
    return 'the design system knows no domain';
  }
  return undefined;
};

/**
 * @param {string} file
 * @param {string} specifier
 * @param {readonly Workspace[]} workspaces
 */
const declaration = (file, specifier, workspaces) => {
  const own = workspaces.find(({ folder }) => isIn(file, folder));
  if (!own || /^(\.|node:)/.test(specifier)) return undefined;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  // Imports hoisted from elsewhere compile here and break where the package is used alone.
  return name === own.name || own.dependencies?.[name]
    ? undefined
    : `${own.folder}/package.json does not declare ${name}`;
};

/**
 * The imports that break a rule, each as one line.
 * @param {readonly Import[]} imports
 * @param {readonly Workspace[]} workspaces
 * @returns {string[]}
 */
export const importProblems = (imports, workspaces) =>
  imports.flatMap(({ file, specifier, target }) => {
    if (!target) return [`${file} -> ${specifier}: nothing is there`];
    if (isTest(file)) return [];
    const link = { file, target };
    const problems = [
      direction(link),
      purity(link),
      testing(link),
      webOrder(link),
      declaration(file, specifier, workspaces),
    ];
    return problems.filter((problem) => problem !== undefined).map((problem) => `${file} -> ${specifier}: ${problem}`);
  });
