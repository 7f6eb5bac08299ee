import type { SessionAnswer } from '@lianxin/protocol';
import { create } from 'zustand';
import { leaseOnThisClock } from './lease.ts';
import type { HeardLease } from './look-at-vault.ts';

interface Heard {
  readonly accountId: string | null;
  readonly until: number | null;
}

/** Holds what the server has granted since this page was loaded. It is never written down: only an answer makes a lease longer. */
export const useHeardLease = create<Heard>(() => ({ accountId: null, until: null }));

/** Notes the lease in an answer of the server. */
export const noteHeardLease = (session: SessionAnswer, now: number): void =>
  useHeardLease.setState({ accountId: session.account.id, until: leaseOnThisClock(session, now) });

/** Tells what the server has granted an account since this page was loaded. */
export const heardLeaseOf = (accountId: string): HeardLease => {
  const heard = useHeardLease.getState();
  return heard.accountId === accountId ? { until: heard.until } : null;
};
