import { percentile } from './percentiles.ts';
import { benchStreet } from './street/bench-folder.ts';
import { type InProcess, openInProcess } from './street/in-process.ts';

const rounds = 30;
const callsPerRound = 40;

/** Does some calls, each by the next phone, and tells how many milliseconds each took. */
const measure = async ({ phones }: InProcess, work: 'pull' | 'push', round: number): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let call = 0; call < callsPerRound; call += 1) {
    const reply = await phones[(round * callsPerRound + call) % phones.length]?.call(work);
    if (reply?.status !== 200) throw new Error(`a ${work} was answered with ${reply?.status}`);
    times.push(reply.ms);
  }
  return times;
};

// A street grows by communities; a grid stays as large as one worker can walk.
const [small, large] = [await benchStreet(1), await benchStreet(10)];
const sides = {
  small: openInProcess(small.directory, small.street),
  large: openInProcess(large.directory, large.street),
};
// A phone's first pull brings what other benches of this run have pushed; after it, every pull is empty.
for (const { phones } of Object.values(sides)) for (const phone of phones) await phone.call('pull');
console.log('10,000 residents and 100,000 visits against ten times as many, turn by turn, in one process without HTTP');
for (const work of ['pull', 'push'] as const) {
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    // Whoever is first in a round has the colder memory, so they take turns in that too.
    const order = round % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const);
    for (const side of order) {
      const measured = await measure(sides[side], work, round);
      if (round >= 5) times[side].push(...measured);
    }
  }
  const [before, after] = [percentile(times.small, 0.5), percentile(times.large, 0.5)];
  console.log(
    `${work === 'pull' ? 'empty pull' : 'push of five'}  p50 ${before.toFixed(2)} ms -> ${after.toFixed(2)} ms, ratio ${(after / before).toFixed(2)} (aim: <= 1.2)`,
  );
}
await sides.small.close();
await sides.large.close();
