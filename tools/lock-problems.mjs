/**
 * What would break `npm ci` or an install elsewhere.
 * @typedef {{ version?: string, resolved?: string, link?: boolean, hasInstallScript?: boolean, optionalDependencies?: Record<string, string>, engines?: { node?: string } }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 * @typedef {{ engines?: { node?: string }, allowScripts?: Record<string, boolean> }} Manifest
 */

/**
 * The entry that Node would find for a package required from `path`.
 * @param {Lock} lock
 * @param {string} path
 * @param {string} name
 */
const isLocked = ({ packages }, path, name) => {
  const folders = path.split('/node_modules/');
  return (
    folders.some((_, index) => {
      const above = folders.slice(0, folders.length - index).join('/node_modules/');
      return `${above}/node_modules/${name}` in packages;
    }) || `node_modules/${name}` in packages
  );
};

/**
 * npm leaves an optional package out of the lock when the registry lacks it, and `npm ci` then refuses the lock.
 * @param {Lock} lock
 */
const missingSiblings = (lock) =>
  Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(lock, path, name))
      .map((name) => `${path} ${entry.version}: its optional package ${name} is not in the lock`),
  );

/** @param {Lock} lock */
const remoteUrls = ({ packages }) =>
  Object.entries(packages)
    .filter(([, entry]) => entry.resolved !== undefined && !entry.link)
    .map(([path]) => `${path}: the lock names the place it was fetched from`);

/**
 * @param {Lock} lock
 * @param {Manifest} manifest
 */
const undecidedScripts = ({ packages }, { allowScripts = {} }) =>
  Object.entries(packages)
    .filter(([path, entry]) => entry.hasInstallScript && !(nameOf(path) in allowScripts))
    .map(([path]) => `${path}: has an install script that allowScripts in package.json neither allows nor forbids`);

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * better-sqlite3 13 needs an interface that Node 20 lacks: it crashes on opening a database (WiseLibs/better-sqlite3#1514).
 * @param {Lock} lock
 * @param {Manifest} manifest
 */
const sqliteTooNew = ({ packages }, { engines }) => {
  const version = packages['node_modules/better-sqlite3']?.version ?? '';
  const supportsNode20 = /^>=20\b/.test(engines?.node ?? '');
  return supportsNode20 && !version.startsWith('12.') ? [`better-sqlite3 ${version} does not run on Node 20`] : [];
};

/**
 * @param {Lock} lock package-lock.json
 * @param {Manifest} manifest the package.json at the root
 * @returns {string[]} one line each
 */
export const lockProblems = (lock, manifest) => [
  ...missingSiblings(lock),
  ...remoteUrls(lock),
  ...undecidedScripts(lock, manifest),
  ...sqliteTooNew(lock, manifest),
];
