import { expect, test } from 'vitest';
import { joinTabs } from './leader-tab.ts';

interface Waiting {
  readonly grant: () => void;
  readonly refuse: () => void;
}

/** Locks as the Web Locks specification describes them, for one name: granted in turn and later, given back at the end of the work, stolen from their holder. */
const createLocks = () => {
  let held: Waiting | null = null;
  let queue: Waiting[] = [];
  const next = (): void => {
    if (held !== null) return;
    held = queue.shift() ?? null;
    held?.grant();
  };
  const request = (_name: string, options: LockOptions, work: () => Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const mine: Waiting = {
        grant: () =>
          void work().then(() => {
            if (held === mine) held = null;
            resolve();
            next();
          }),
        refuse: () => reject(new DOMException('taken', 'AbortError')),
      };
      options.signal?.addEventListener('abort', () => {
        if (held === mine) return;
        queue = queue.filter((waiting) => waiting !== mine);
        mine.refuse();
      });
      if (options.steal) {
        held?.refuse();
        held = null;
        queue.unshift(mine);
      } else queue.push(mine);
      setTimeout(next);
    });
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager;
};

const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

const openTab = (locks: LockManager | undefined) => {
  let leads = false;
  const place = joinTabs({
    locks,
    lockName: 'sync:a',
    onLead: () => {
      leads = true;
    },
    onFollow: () => {
      leads = false;
    },
  });
  return { ...place, leads: () => leads };
};

test('one tab leads, and closing it hands the lead to the next in line', async () => {
  const locks = createLocks();
  const tabs = [openTab(locks), openTab(locks), openTab(locks)];
  await settle();
  expect(tabs.map((tab) => tab.leads())).toEqual([true, false, false]);
  tabs[0]?.leave();
  await settle();
  expect(tabs.slice(1).map((tab) => tab.leads())).toEqual([true, false]);
});

test('a tab that comes to the front takes the lead, and the one that had it waits for its turn', async () => {
  const locks = createLocks();
  const [first, second] = [openTab(locks), openTab(locks)];
  await settle();
  second.takeOver();
  await settle();
  expect([first.leads(), second.leads()]).toEqual([false, true]);
  second.leave();
  await settle();
  expect(first.leads()).toBe(true);
});

test('taking over before the first turn was granted leaves exactly one tab leading, also alone', async () => {
  const locks = createLocks();
  const alone = openTab(locks);
  alone.takeOver();
  await settle();
  expect(alone.leads()).toBe(true);
  const others = [openTab(locks), openTab(locks)];
  for (const tab of others) tab.takeOver();
  await settle();
  expect([alone, ...others].filter((tab) => tab.leads())).toHaveLength(1);
});

test('where the browser knows no locks or refuses them, a tab leads all the same', async () => {
  expect(openTab(undefined).leads()).toBe(true);
  const refusing = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as unknown as LockManager;
  const tab = openTab(refusing);
  await settle();
  expect(tab.leads()).toBe(true);
});
