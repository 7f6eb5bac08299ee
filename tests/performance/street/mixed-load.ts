import type { StreetPhone, Work } from './street-phone.ts';

/** Is one answered request: how long after the moment it was due its answer was there. Status 0 is no answer. */
export interface Timed {
  readonly work: Work;
  readonly status: number;
  readonly ms: number;
}

const reads = ['session', 'weekBehind', 'firstPage', 'weekBehind'] as const;

const pushSteps: ReadonlySet<number> = new Set([3, 9, 16]);

/** Tells the nth request of the mix: 80 % pulls of phones that are up to date, 15 % pushes of five mutations, 5 % reads. */
const workAt = (n: number): Work => {
  const step = n % 20;
  if (step === 10) return reads[Math.floor(n / 20) % reads.length] ?? 'session';
  return pushSteps.has(step) ? 'push' : 'pull';
};

/** Sends at an even rate whatever the answers take, so that a slow server is not spared; a late start counts as waiting. */
export const loadAtRate = async (
  phones: readonly StreetPhone[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<readonly Timed[]> => {
  const idle = [...phones];
  const running: Promise<void>[] = [];
  const timed: Timed[] = [];
  const start = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = start + (n * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const phone = idle.shift();
    const work = workAt(n);
    // With five hundred phones this means that answers take two seconds: it counts as an error.
    if (phone === undefined) {
      timed.push({ work, status: 0, ms: 60_000 });
      continue;
    }
    running.push(
      phone
        .call(work)
        .catch(() => ({ status: 0 }))
        .then(({ status }) => {
          timed.push({ work, status, ms: performance.now() - due });
          idle.push(phone);
        }),
    );
  }
  await Promise.all(running);
  return timed;
};

/** Sends the mix as fast as it is answered, by some phones at a time, and tells how many requests a second that is. */
export const loadAtOnce = async (
  phones: readonly StreetPhone[],
  { atOnce, seconds }: { readonly atOnce: number; readonly seconds: number },
): Promise<number> => {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let n = 0;
  const lane = async (lane: number): Promise<void> => {
    for (let turn = lane; performance.now() < end; turn += atOnce) {
      const phone = phones[turn % phones.length];
      const { status } = (await phone?.call(workAt(n++))) ?? { status: 0 };
      if (status !== 200) throw new Error(`a request was answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, at) => lane(at)));
  return (n * 1_000) / (performance.now() - start);
};
