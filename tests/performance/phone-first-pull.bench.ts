import { measureOneAnswer } from './phone/one-answer.ts';
import { markScript, waitForMarks } from './phone/page-marks.ts';
import { choosePin, signInOn } from './phone/phone-steps.ts';
import { logins, phoneStreet } from './phone/phone-street.ts';
import { createSlowPhone, slowDown } from './phone/slow-phone.ts';
import { startLoadedServer } from './street/loaded-server.ts';

const aims = { usableMs: 4_000, allMs: 12_000 };

/** Signs a phone in, chooses a PIN, and measures from the first request for records to a usable Today and to the last record. */
const firstPull = async (origin: string) => {
  const phone = createSlowPhone(origin, markScript);
  const page = await phone.start();
  let bytes = 0;
  const counting = await page.context().newCDPSession(page);
  await counting.send('Network.enable');
  counting.on('Network.loadingFinished', (loaded) => {
    bytes += loaded.encodedDataLength;
  });
  await signInOn(page, logins.large);
  const before = bytes;
  await slowDown(page);
  await choosePin(page);
  const marks = await waitForMarks(page, 'coming', 'all');
  await phone.remove();
  return { usableMs: marks.usable - marks.firstPull, allMs: marks.all - marks.firstPull, bytes: bytes - before };
};

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

const { directory, large } = await phoneStreet();
const server = await startLoadedServer(directory);
const cold = await firstPull(server.origin);
const warm = await firstPull(server.origin);
const naive = await measureOneAnswer(server.origin, large);
await server.stop();
console.log(`${naive.rows} records over 1.6 Mbit/s and 150 ms on a processor slowed down 4 times`);
const line = (name: string, { usableMs, allMs, bytes }: typeof warm): string =>
  `${name} usable ${seconds(usableMs)}, all ${seconds(allMs)}, ${megabytes(bytes)}`;
console.log(
  line('first pull                          ', warm),
  `(aim: ${seconds(aims.usableMs)}, ${seconds(aims.allMs)})`,
);
console.log(line('the same, first phone of a community', cold), '(history is cut meanwhile)');
console.log(`one gzip'd answer, row by row         all ${seconds(naive.ms)}, ${megabytes(naive.bytes)}`);
console.log(
  `ratio                                 usable ${(warm.usableMs / naive.ms).toFixed(2)}, all ${(warm.allMs / naive.ms).toFixed(2)}`,
);
