/** Is what happened in a community since it was last looked at. */
export interface NotedChange {
  readonly top: number;
  readonly buckets: ReadonlySet<string>;
}

/** Is one phone's place among those that are told of changes. It holds one note, however much happens while the phone is slow. */
export interface SyncSubscription {
  readonly accountId: string;
  readonly communityId: string;
  /** Says what the phone may see now; what happens elsewhere is not even noted. */
  readonly narrow: (buckets: ReadonlySet<string>) => void;
  readonly note: (change: NotedChange) => void;
  /** Takes what was noted; null when nothing was. */
  readonly take: () => NotedChange | null;
  /** Resolves when something is noted, when the time is over, or at the end. */
  readonly wait: (ms: number) => Promise<void>;
  /** Resolves when the time is over or at the end. */
  readonly pause: (ms: number) => Promise<void>;
  readonly isEnded: () => boolean;
  /** Resolves at the end. */
  readonly ended: Promise<void>;
  readonly end: () => void;
}

/** Makes a subscription. */
export const createSyncSubscription = (
  whose: Pick<SyncSubscription, 'accountId' | 'communityId'>,
): SyncSubscription => {
  const sleeper = createSleeper();
  let own: ReadonlySet<string> = new Set();
  let noted: NotedChange | null = null;
  let isEnded = false;
  let resolveEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    resolveEnded = resolve;
  });
  return {
    ...whose,
    narrow: (buckets) => {
      own = buckets;
    },
    note: ({ top, buckets }) => {
      const seen = [...buckets].filter((bucket) => own.has(bucket));
      if (seen.length === 0) return;
      noted = { top: Math.max(top, noted?.top ?? 0), buckets: new Set([...(noted?.buckets ?? []), ...seen]) };
      sleeper.wake('note');
    },
    take: () => {
      const taken = noted;
      noted = null;
      return taken;
    },
    wait: (ms) => (isEnded || noted !== null ? Promise.resolve() : sleeper.sleep(ms, 'note')),
    pause: (ms) => (isEnded ? Promise.resolve() : sleeper.sleep(ms, 'end')),
    isEnded: () => isEnded,
    ended,
    end: () => {
      isEnded = true;
      sleeper.wake('end');
      resolveEnded();
    },
  };
};

/** Sleeps until the time is over or something wakes it: the end always, a note only a sleep that listens for notes. */
const createSleeper = () => {
  let wakeUp: () => void = () => undefined;
  let listensFor: 'note' | 'end' = 'end';
  return {
    sleep: (ms: number, until: 'note' | 'end'): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        listensFor = until;
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: (by: 'note' | 'end'): void => {
      if (by === 'end' || listensFor === 'note') wakeUp();
    },
  };
};
