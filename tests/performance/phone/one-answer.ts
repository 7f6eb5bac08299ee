import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type PullAnswer, pullAnswerSchema, type WireRow } from '@lianxin/protocol';
import type { PhoneCommunity } from './phone-community.ts';
import { createSlowPhone, slowDown } from './slow-phone.ts';

/** Fetches every row of a worker, as an older phone without segments is sent them. */
const fetchRows = async (origin: string, { id, worker }: PhoneCommunity): Promise<readonly WireRow[]> => {
  const have: Record<string, number> = {};
  const rows: WireRow[] = [];
  let epoch: string | null = null;
  for (;;) {
    const request = { version: 1, schema: 1, communityId: id, epoch, replicaId: worker.replicaId, have };
    const headers = { 'content-type': 'application/json', cookie: `lianxin=${worker.token}`, origin };
    const answer = await fetch(`${origin}/api/v1/sync/pull`, {
      method: 'POST',
      headers,
      body: JSON.stringify(request),
    });
    const page: PullAnswer = pullAnswerSchema.parse(await answer.json());
    epoch = page.epoch;
    for (const { bucket, to } of page.buckets) have[bucket] = to;
    rows.push(...page.buckets.flatMap((bucket) => bucket.rows));
    if (page.checkpoint) return rows;
  }
};

/** Runs in the page: one request, then one put for each row, in strict transactions as saving needs them. */
const storeRowByRow = `(async () => {
  const start = performance.now();
  const rows = await (await fetch('/rows')).json();
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('row-by-row', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: ['table', 'id'] }).createIndex('rev', 'rev');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (let from = 0; from < rows.length; from += 2000) {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    for (const row of rows.slice(from, from + 2000)) transaction.objectStore('rows').put(row);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }
  return performance.now() - start;
})()`;

/** Measures what the same rows cost in one gzip'd answer that is stored row by row in raw IndexedDB, unsealed, on the same slow phone. */
export const measureOneAnswer = async (
  origin: string,
  community: PhoneCommunity,
): Promise<{ readonly ms: number; readonly rows: number; readonly bytes: number }> => {
  const rows = await fetchRows(origin, community);
  const packed = gzipSync(JSON.stringify(rows));
  const server = createServer((request, response) => {
    const isData = request.url === '/rows';
    response.writeHead(200, {
      'content-type': isData ? 'application/json' : 'text/html',
      ...(isData ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(isData ? packed : '<!doctype html><title>row by row</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const own = `http://127.0.0.1:${address.port}`;
  const phone = createSlowPhone(own);
  const page = await phone.start();
  await page.goto(own);
  await slowDown(page);
  const ms = await page.evaluate<number>(storeRowByRow);
  await phone.remove();
  server.close();
  return { ms, rows: rows.length, bytes: packed.length };
};
