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
  let isLeading = false;
  let waiting = new AbortController();
  let release: () => void = () => undefined;

  const lead = (): Promise<void> => {
    isLeading = true;
    onLead();
    return new Promise((resolve) => {
      release = resolve;
    });
  };

  const refused = (): void => {
    // A browser that gives no locks here must not keep anybody from syncing.
    if (!isLeading) return void lead();
    isLeading = false;
    onFollow();
    wait();
  };

  const line = locks === undefined ? null : createLine(locks, lockName, { onTurn: lead, onRefused: refused });
  const wait = (): void => {
    waiting = new AbortController();
    line?.ask({ signal: waiting.signal });
  };

  if (line === null) void lead();
  else wait();
  return {
    takeOver: () => {
      if (isLeading) return;
      waiting.abort();
      line?.ask({ steal: true });
    },
    leave: () => {
      line?.leave();
      waiting.abort();
      release();
    },
  };
};

interface LineEnds {
  /** Does the work of holding the lock; the lock is given back when it resolves. */
  readonly onTurn: () => Promise<void>;
  readonly onRefused: () => void;
}

/** Asks for a lock. Only the latest question counts: the end of an earlier one must not be taken for the end of the present one. */
const createLine = (locks: LockManager, lockName: string, { onTurn, onRefused }: LineEnds) => {
  let turn = 0;
  return {
    ask: (options: LockOptions): void => {
      turn += 1;
      const mine = turn;
      locks
        .request(lockName, options, () => (mine === turn ? onTurn() : Promise.resolve()))
        .catch(() => {
          if (mine === turn) onRefused();
        });
    },
    leave: (): void => {
      turn += 1;
    },
  };
};
