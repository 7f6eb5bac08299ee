import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * What a process went through.
 * @typedef {{ seeds: number, steps: number, violations: number }} Searched
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'tests', 'sync', 'simulate', 'main.ts');

const usage = `npm run simulate -- [--seeds N] [--from S] [--seconds N] [--seed S] [--workers N] [--without NAME]
  --seeds N     plays N seeds (2,000 unless told otherwise), from --from (1 unless told otherwise)
  --seconds N   plays random seeds for N seconds
  --seed S      plays one seed again
  --workers N   shares the seeds among N processes (as many as there are processors unless told otherwise)
  --without X   switches a mechanism off, to see it missed; may be given several times`;

const options = /** @type {const} */ ({
  seeds: { type: 'string' },
  from: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  without: { type: 'string', multiple: true },
  help: { type: 'boolean' },
});

/**
 * Tells what is wrong with the command line, and what would be right.
 * @param {string} problem
 * @returns {never}
 */
const refuse = (problem) => {
  console.error(`${problem}\n${usage}`);
  process.exit(1);
};

const readOptions = () => {
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message : String(cause));
  }
};

const values = readOptions();

/**
 * Reads a whole number of the command line.
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} otherwise
 */
const number = (name, text, otherwise) => {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  return refuse(`--${name} wants a whole number`);
};

/** What to play: seeds from one to before another, or without an end until the time is over. */
const planOf = () => {
  if (values.seed !== undefined) {
    const seed = number('seed', values.seed, 1);
    return { from: seed, end: seed + 1, seconds: null };
  }
  const seconds = values.seconds === undefined ? null : number('seconds', values.seconds, 60);
  const random = Math.floor(Math.random() * 2 ** 30);
  const from = number('from', values.from, seconds === null ? 1 : random);
  const isBounded = seconds === null || values.seeds !== undefined;
  return { from, end: isBounded ? from + number('seeds', values.seeds, 2_000) : null, seconds };
};

/**
 * Lets one process play its share.
 * @param {object} order
 * @returns {Promise<Searched>}
 */
const playShare = (order) =>
  new Promise((resolve, reject) => {
    const child = fork(program, { cwd: root, execArgv: ['--import', 'tsx'] });
    /** @type {Searched | null} */
    let searched = null;
    child.on('message', (/** @type {any} */ message) => {
      if (message.type === 'finding') console.log(`${message.told}\n`);
      else {
        searched = message;
        child.disconnect();
      }
    });
    child.on('error', reject);
    child.on('exit', (code) => (searched === null ? reject(new Error(`ended with ${code}`)) : resolve(searched)));
    child.send(order);
  });

const main = async () => {
  if (values.help) {
    console.log(usage);
    return;
  }
  const { from, end, seconds } = planOf();
  const wanted = number('workers', values.workers, availableParallelism());
  const workers = Math.max(1, Math.min(wanted, end === null ? wanted : end - from));
  const started = performance.now();
  const shares = await Promise.all(
    Array.from({ length: workers }, (_, index) =>
      playShare({ from: from + index, stride: workers, end, seconds, without: values.without ?? [] }),
    ),
  );
  /** @param {keyof Searched} name */
  const sum = (name) => shares.reduce((total, share) => total + share[name], 0);
  const took = (performance.now() - started) / 1_000;
  console.log(
    `${sum('seeds').toLocaleString('en')} seeds from ${from}, ${sum('steps').toLocaleString('en')} steps in ${took.toFixed(1)} s ` +
      `(${Math.round(sum('steps') / took).toLocaleString('en')} steps/s on ${workers} processes), ${sum('violations')} violations`,
  );
  process.exitCode = sum('violations') > 0 ? 1 : 0;
};

await main();
