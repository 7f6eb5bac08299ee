import type { SessionAnswer } from '@lianxin/protocol';
import { create } from 'zustand';
import { leaseOnThisClock } from './lease.ts';
import type { HeardLease } from './look-at-vault.ts';

interface Heard {
  readonly accountId: string;
  readonly until: number | null;
  readonly heardAt: number;
  /** The same moment on a clock that never goes back. */
  readonly steadyAt: number;
}

/** Holds what the server has granted since this page was loaded. It is never written down: only an answer makes a lease longer. */
export const useHeardLease = create<{ readonly heard: Heard | null }>(() => ({ heard: null }));

/** Notes the lease in an answer of the server. */
export const noteHeardLease = (session: SessionAnswer, now: number): void =>
  useHeardLease.setState({
    heard: {
      accountId: session.account.id,
      until: leaseOnThisClock(session, now),
      heardAt: now,
      steadyAt: performance.now(),
    },
  });

/** Forgets what the server has granted, because it has taken it back. */
export const forgetHeardLease = (): void => useHeardLease.setState({ heard: null });

/** Tells what the server has granted an account since this page was loaded. */
export const heardLeaseOf = (accountId: string): HeardLease => {
  const { heard } = useHeardLease.getState();
  if (heard?.accountId !== accountId) return null;
  return { until: heard.until, seenAt: heard.heardAt + performance.now() - heard.steadyAt };
};
