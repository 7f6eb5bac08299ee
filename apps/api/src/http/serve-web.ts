import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Handler } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};

interface WebFile {
  readonly file: string;
  readonly type: string;
  readonly isCompressed: boolean;
  readonly caching: string;
}

/**
 * Serves the built page. The files are listed once at the start, so a request's path is only ever looked up, never joined:
 * there is nothing to traverse. Paths without a file are pages of the app.
 */
export const serveWeb = (folder: string): Handler => {
  const files = listFiles(folder);
  const page = files.get('/index.html');
  return async (context) => {
    const { path } = context.req;
    const isPage = !path.startsWith('/api/') && extname(path) === '';
    const found = files.get(path) ?? (isPage ? page : undefined);
    if (found === undefined) return context.text('Not found', 404);
    const takesGzip = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    const useGzip = found.isCompressed && takesGzip;
    const body = await readFile(useGzip ? `${found.file}.gz` : found.file);
    const headers: Record<string, string> = { 'content-type': found.type, 'cache-control': found.caching };
    if (found.isCompressed) headers['vary'] = 'accept-encoding';
    if (useGzip) headers['content-encoding'] = 'gzip';
    return context.body(new Uint8Array(body), 200, headers);
  };
};

const listFiles = (folder: string): ReadonlyMap<string, WebFile> => {
  const files = new Map<string, WebFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || file.endsWith('.gz')) continue;
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, {
      file,
      type: types[extname(file)] ?? 'application/octet-stream',
      isCompressed: existsSync(`${file}.gz`),
      caching: cachingOf(path),
    });
  }
  return files;
};

/** A file with its hash in its name never changes; the page and its service worker must be asked for each time. */
const cachingOf = (path: string): string =>
  /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
