import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { percentile, percentiles } from './percentiles.ts';
import { benchStreet } from './street/bench-folder.ts';
import { openInProcess } from './street/in-process.ts';
import type { Told } from './street/load-generator.ts';
import { type LoadedServer, startLoadedServer } from './street/loaded-server.ts';
import { loadAtOnce } from './street/mixed-load.ts';

const perSecond = 250;
const seconds = Number(process.env['LOAD_SECONDS'] ?? '60');

/** Lets the phones work, from a process of their own, and notes what the server had used when each of their phases was over. */
async function* watchPhones(directory: string, server: LoadedServer) {
  const program = join(import.meta.dirname, 'street', 'load-generator.ts');
  const args = ['--import', 'tsx', program, directory, server.origin, String(perSecond), String(seconds)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    const told: Told = JSON.parse(line);
    yield { told, memory: server.memory(), processorSeconds: server.processorSeconds() };
  }
}

const tellRate = ({ timed, rowsPulled }: Extract<Told, { phase: 'rate' }>): void => {
  const times = timed.map(({ ms }) => ms);
  console.log(`all             ${percentiles(times)}, p99 ${percentile(times, 0.99).toFixed(1)} ms (aim: p95 < 50 ms)`);
  for (const work of ['pull', 'push', 'session', 'weekBehind', 'firstPage'] as const) {
    const own = timed.filter((one) => one.work === work).map(({ ms }) => ms);
    console.log(`${work.padEnd(10)}${String(own.length).padStart(6)}  ${percentiles(own)}`);
  }
  const errors = timed.filter(({ status }) => status !== 200).length;
  const pulls = timed.filter(({ work }) => work === 'pull').length;
  console.log(`errors ${errors} (aim: 0); a pull brought ${(rowsPulled / pulls).toFixed(2)} rows on average`);
};

// Ten communities, as a street has them: 20 grids of 190 households and 50 workers in each.
const { directory, street } = await benchStreet(10);
const server = await startLoadedServer(directory);
console.log(`the server starts over a year of data in ${(server.startMs / 1_000).toFixed(1)} s (aim: < 5 s)`);
console.log(
  `500 phones, ${perSecond} requests/s for ${seconds} s: 80 % pulls of phones that are up to date, 15 % pushes of five mutations (four visits, an edit or help), 5 % reads (session, what changed in a week, the first 2,000 rows of a grid)`,
);
let most = 0;
let usedBefore = 0;
for await (const { told, memory, processorSeconds } of watchPhones(directory, server)) {
  if (told.phase === 'rate') {
    tellRate(told);
    const perRequest = ((processorSeconds - usedBefore) * 1_000) / told.timed.length;
    console.log(
      `the server used ${perRequest.toFixed(2)} ms of processor time a request and ${memory.now.toFixed(0)} MB (aim: < 400 MB)`,
    );
  }
  if (told.phase === 'most') most = told.perSecond;
  if (told.phase === 'reconnected') {
    const { statuses, withoutRetryAfter, seconds: drained, slowestHealthMs } = told.reconnected;
    console.log(
      `all phones back at once (pull, push, stream): answers ${JSON.stringify(statuses)}, ${withoutRetryAfter} sent away without Retry-After (aim: 0), drained in ${drained.toFixed(1)} s, /healthz at most ${slowestHealthMs.toFixed(0)} ms, memory at most ${memory.most.toFixed(0)} MB`,
    );
  }
  usedBefore = processorSeconds;
}
await server.stop();

const inProcess = openInProcess(directory, street);
await loadAtOnce(inProcess.phones, { atOnce: 25, seconds: 3 });
const limit = await loadAtOnce(inProcess.phones, { atOnce: 25, seconds: 10 });
await inProcess.close();
console.log(
  `the same mix: at most ${most.toFixed(0)}/s over HTTP beside its phones on the same cores, ${limit.toFixed(0)}/s in process without HTTP`,
);
console.log(
  `ratio: HTTP ${(most / limit).toFixed(2)} of the in-process limit; ${perSecond}/s is ${(perSecond / limit).toFixed(2)} of it`,
);
