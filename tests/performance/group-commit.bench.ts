import { randomUUID } from 'node:crypto';
import { pushAnswerSchema, sessionAnswerSchema } from '@lianxin/protocol';
import { type ApiClient, acceptByApi } from '../e2e/harness/api-client.ts';
import { startServer } from '../e2e/harness/running-server.ts';
import { queryRows } from '../e2e/harness/stored-rows.ts';
import { percentiles } from './percentiles.ts';

const pushes = 200;
const together = 50;

interface Door {
  readonly communityId: string;
  readonly dwellingId: string;
}

/** Pushes one visit as a phone of its own, and tells how many milliseconds the answer took. */
const pushVisit = async (worker: ApiClient, { communityId, dwellingId }: Door): Promise<number> => {
  const visit = { id: randomUUID(), fields: { dwellingId, outcome: 'met', way: 'door' } };
  const mutation = { id: randomUUID(), n: 1, name: 'visit.log', version: 1, at: Date.now(), offsetMs: 0 };
  const body = { version: 1, schema: 1, communityId, epoch: null, replicaId: randomUUID(), left: 0 };
  const start = performance.now();
  const answer = await worker.call('POST', '/sync/push', {
    ...body,
    mutations: [{ ...mutation, args: { visit, needs: [] } }],
  });
  const ms = performance.now() - start;
  const { outcomes } = pushAnswerSchema.parse(await answer.json());
  if (outcomes[0]?.outcome !== 'applied') throw new Error(`a visit was ${outcomes[0]?.outcome ?? 'not answered'}`);
  return ms;
};

const measure = async (atOnce: number, push: () => Promise<number>) => {
  const times: number[] = [];
  const start = performance.now();
  for (let sent = 0; sent < pushes; sent += atOnce) {
    times.push(...(await Promise.all(Array.from({ length: atOnce }, push))));
  }
  const perSecond = (pushes / (performance.now() - start)) * 1000;
  console.log(`${atOnce} at a time: ${perSecond.toFixed(0)} pushes/s, ${percentiles(times)}`);
  return perSecond;
};

const server = await startServer();
const worker = await acceptByApi(server, server.invitation('网格员', '王芳'), 'wangfang');
const session = sessionAnswerSchema.parse(await (await worker.call('GET', '/session')).json());
const [door] = queryRows(
  server,
  "SELECT dwellings.id FROM dwellings JOIN units ON units.id = dwellings.unit_id JOIN units AS buildings ON buildings.id = units.parent_id WHERE buildings.name = '1号楼'",
);
const place = { communityId: session.postings[0]?.communityId ?? '', dwellingId: String(door?.['id']) };
const push = (): Promise<number> => pushVisit(worker, place);
await Promise.all(Array.from({ length: together }, push));
console.log('visits pushed and committed with synchronous=FULL, each by a phone of its own');
const alone = await measure(1, push);
const grouped = await measure(together, push);
console.log(`ratio: ${together} at a time are ${(grouped / alone).toFixed(1)} times as many per second`);
await server.remove();
