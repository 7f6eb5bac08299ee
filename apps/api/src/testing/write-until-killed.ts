import { putToWork } from './community-at-work.ts';
import { openStoreIn } from './open-store-in.ts';

// A program that a test kills: it tells the number of each write after its COMMIT.
const { core } = openStoreIn(process.argv[2] ?? '');
const community = await putToWork(core);
for (;;) {
  await community.write(1);
  process.stdout.write(`${community.space().seq}\n`);
}
