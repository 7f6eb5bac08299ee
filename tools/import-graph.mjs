import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { filesBelow } from './files-below.mjs';

/**
 * One import as written. `target` is a path from the root of the repository, `node:…`, `npm:…` with the package's name,
 * or undefined where nothing is there.
 * @typedef {{ file: string, specifier: string, target: string | undefined }} Import
 * @typedef {{ file: string, source: string }} SourceFile
 * @typedef {(path: string) => boolean} HasFile
 * @typedef {Record<string, Record<string, string>>} PackageExports file by subpath by package name
 */

/** Import types, which the parser does not list; unlike those of a call, their member is capitalised. */
const importType = /\bimport\(\s*(['"])([^'"]+)\1\s*\)\.[A-Z]/g;

/**
 * @param {SourceFile} file
 * @returns {string[]}
 */
const specifiersIn = ({ file, source }) => {
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const reExports = module.staticExports.flatMap((statement) =>
    statement.entries.map((entry) => entry.moduleRequest?.value),
  );
  return [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...reExports.filter((specifier) => specifier !== undefined),
    ...module.dynamicImports.flatMap(
      ({ moduleRequest: { start, end } }) =>
        // A specifier that is worked out at run time cannot be followed.
        /^(['"`])([^'"`$]+)\1$/.exec(source.slice(start, end))?.[2] ?? [],
    ),
    ...[...source.matchAll(importType)].map((match) => match[2] ?? ''),
  ];
};

/** @param {string} specifier */
const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * @param {string} file
 * @param {string} specifier
 * @param {{ hasFile: HasFile, packages: PackageExports }} repository
 */
const resolve = (file, specifier, { hasFile, packages }) => {
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
    return hasFile(path) ? path : undefined;
  }
  const name = packageName(specifier);
  const workspace = packages[name];
  return workspace ? workspace[`.${specifier.slice(name.length)}`] : `npm:${name}`;
};

/**
 * Every import of these files, type-only and dynamic ones included.
 * @param {readonly SourceFile[]} files
 * @param {{ hasFile: HasFile, packages: PackageExports }} repository
 * @returns {Import[]}
 */
export const importsOf = (files, repository) =>
  files.flatMap((source) =>
    specifiersIn(source).map((specifier) => ({
      file: source.file,
      specifier,
      target: resolve(source.file, specifier, repository),
    })),
  );

/**
 * @param {string} root
 * @returns {{ folder: string, name: string, exports?: Record<string, string>, dependencies?: Record<string, string> }[]}
 */
export const workspacesOf = (root) =>
  filesBelow(join(root, 'apps'))
    .concat(filesBelow(join(root, 'packages')))
    .filter((path) => path.endsWith('package.json'))
    .map((path) => ({
      ...JSON.parse(readFileSync(path, 'utf8')),
      folder: relative(root, dirname(path)).split(sep).join('/'),
    }));

/**
 * Reads the imports of the whole repository.
 * @param {string} root
 */
export const readImports = (root) => {
  const files = ['apps', 'packages', 'tests', 'tools']
    .flatMap((part) => filesBelow(join(root, part)))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ file: relative(root, path).split(sep).join('/'), source: readFileSync(path, 'utf8') }));
  const packages = Object.fromEntries(
    workspacesOf(root).map(({ name, folder, exports = {} }) => [
      name,
      Object.fromEntries(Object.entries(exports).map(([subpath, target]) => [subpath, posix.join(folder, target)])),
    ]),
  );
  return importsOf(files, { hasFile: (path) => existsSync(join(root, path)), packages });
};
