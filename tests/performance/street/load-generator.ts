import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAtOnce, loadAtRate, type Timed } from './mixed-load.ts';
import { type Reconnected, reconnectAll } from './reconnect.ts';
import { sendOverHttp } from './send-over-http.ts';
import type { Street } from './street.ts';
import { createStreetPhone } from './street-phone.ts';

/** Is one thing that the generator has done, told in a line of its own as soon as it is over. */
export type Told =
  | { readonly phase: 'warm' }
  | { readonly phase: 'rate'; readonly timed: readonly Timed[]; readonly rowsPulled: number }
  | { readonly phase: 'most'; readonly perSecond: number }
  | { readonly phase: 'reconnected'; readonly reconnected: Reconnected };

const tell = (told: Told): void => console.log(JSON.stringify(told));

// It runs in a process of its own, so that the phones' work is not counted as the server's.
const [directory = '', origin = '', perSecond = '250', seconds = '60'] = process.argv.slice(2);
const street: Street = JSON.parse(readFileSync(join(directory, 'street.json'), 'utf8'));
let send = sendOverHttp(origin);
const returning = street.communities.flatMap((community) =>
  community.workers.map((worker) => ({
    phone: createStreetPhone(community, worker, (call) => send(call)),
    cookie: `lianxin=${worker.token}`,
    communityId: community.id,
  })),
);
const phones = returning.map(({ phone }) => phone);
const rowsTaken = (): number => phones.reduce((sum, phone) => sum + phone.rowsTaken(), 0);

// The first seconds warm up: the server compiles, and pages come into memory.
await loadAtRate(phones, { perSecond: Number(perSecond), seconds: 5 });
tell({ phase: 'warm' });
const before = rowsTaken();
const timed = await loadAtRate(phones, { perSecond: Number(perSecond), seconds: Number(seconds) });
tell({ phase: 'rate', timed, rowsPulled: rowsTaken() - before });
tell({ phase: 'most', perSecond: await loadAtOnce(phones, { atOnce: 25, seconds: 10 }) });
// Whoever comes back comes over a new connection.
send = sendOverHttp(origin);
tell({ phase: 'reconnected', reconnected: await reconnectAll(origin, returning) });
process.exit(0);
