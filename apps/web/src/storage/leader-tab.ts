/** Is this tab's place among the tabs of one account and community. */
export interface TabPlace {
  /** Takes the lead from a tab that nobody looks at any more: a phone may have put that one to sleep with the lock in its hand. */
  readonly takeOver: () => void;
  readonly leave: () => void;
}

/** Is what a tab needs to find its place. `locks` is missing in browsers that know none: there every tab leads, which repeats work and loses none. */
export interface TabPorts {
  readonly locks: LockManager | undefined;
  readonly lockName: string;
  readonly onLead: () => void;
  readonly onFollow: () => void;
}

/** Waits for the lead and holds it as long as the tab lives; closing the tab hands it to the next one in line. */
export const joinTabs = ({ locks, lockName, onLead, onFollow }: TabPorts): TabPlace => {
  if (locks === undefined) {
    onLead();
    return { takeOver: () => undefined, leave: () => undefined };
  }
  let isLeading = false;
  let hasLeft = false;
  /** Counts the requests, so that the end of an earlier one is not taken for the end of the present one. */
  let turn = 0;
  let waiting = new AbortController();
  let release: () => void = () => undefined;

  const lead = (): Promise<void> => {
    isLeading = true;
    onLead();
    return new Promise((resolve) => {
      release = resolve;
    });
  };

  const ask = (options: LockOptions): void => {
    turn += 1;
    const mine = turn;
    const isMine = (): boolean => mine === turn && !hasLeft;
    locks
      .request(lockName, options, () => (isMine() ? lead() : Promise.resolve()))
      .catch(() => {
        if (isMine()) refused();
      });
  };

  const wait = (): void => {
    waiting = new AbortController();
    ask({ signal: waiting.signal });
  };

  const refused = (): void => {
    // A browser that gives no locks here must not keep anybody from syncing.
    if (!isLeading) return void lead();
    isLeading = false;
    onFollow();
    wait();
  };

  wait();
  return {
    takeOver: () => {
      if (isLeading || hasLeft) return;
      waiting.abort();
      ask({ steal: true });
    },
    leave: () => {
      hasLeft = true;
      waiting.abort();
      release();
    },
  };
};
