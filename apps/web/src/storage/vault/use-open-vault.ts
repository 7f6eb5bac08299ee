import { create } from 'zustand';
import type { Codec } from '../codec.ts';
import type { HeardLease } from './look-at-vault.ts';

/** Is an unlocked vault. Its keys live in the memory of this page only and end with it. */
export interface OpenVault {
  readonly accountId: string;
  readonly codec: Codec;
  readonly leaseUntil: () => number | null;
  /** Binds a new lease into the wrap. A lock that another window has changed meanwhile is left alone. */
  readonly renewLease: (heard: NonNullable<HeardLease>, now: number) => Promise<void>;
}

/** Holds the vault that is open in this window, if any. */
export const useOpenVault = create<{ readonly vault: OpenVault | null }>(() => ({ vault: null }));
