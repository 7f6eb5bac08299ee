import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { filesBelow } from './files-below.mjs';

/**
 * The programs of the server: main, one per worker thread and one per command, by the name of their file.
 * @param {string} source
 */
const serverEntries = (source) => {
  const programs = ['main.ts', 'workers', 'commands'].flatMap((part) => filesBelow(join(source, part)));
  return Object.fromEntries(
    programs.filter((file) => !/\.(test|d)\.ts$/.test(file)).map((file) => [basename(file, '.ts'), file]),
  );
};

/**
 * Builds the server into dist/server: our own packages in the bundle, everything installed stays in node_modules.
 * All files lie in one folder, so a path relative to import.meta.url means the same from every one of them.
 * @param {string} root
 */
export const buildServer = async (root) => {
  const source = join(root, 'apps', 'api', 'src');
  if (!existsSync(join(source, 'main.ts'))) return;
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'node', external: true, noExternal: [/^@lianxin\//] },
    build: {
      ssr: true,
      outDir: join(root, 'dist', 'server'),
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: serverEntries(source),
        output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
};
