import type { SessionAnswer } from '@lianxin/protocol';
import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { t } from '../locale/messages.ts';
import { systemClock } from '../platform/clock.ts';
import { lazyPage } from '../platform/lazy-page.tsx';
import { lockIfOverdue } from '../storage/vault/guard-open-vault.ts';
import { heardLeaseOf, useHeardLease } from '../storage/vault/heard-lease.ts';
import { lookAtVault, type VaultLook } from '../storage/vault/look-at-vault.ts';
import { type OpenVault, useOpenVault } from '../storage/vault/use-open-vault.ts';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { AppBanner } from './app-banner.tsx';
import { LoadingPage } from './loading-page.tsx';
import { QuietUpdate } from './quiet-update.tsx';
import { StorageTrouble } from './storage-trouble.tsx';

const LockedPhone = lazyPage(() => import('../features/lock/locked-phone.tsx'), 'LockedPhone');

/** Fetches what a locked phone shows. */
export const fetchLock = LockedPhone.fetch;

export interface VaultGateProps {
  readonly session: SessionAnswer;
  /** Whether nobody is asked for a PIN who has none here: the desk keeps nothing on the device. */
  readonly isOptional?: boolean;
  readonly children: (vault: OpenVault | null) => ReactNode;
}

/** Shows what rests sealed only while the vault is open; the keys end with the page, so every reload asks for the PIN again. */
export const VaultGate = ({ session, isOptional = false, children }: VaultGateProps) => {
  const accountId = session.account.id;
  const open = useOpenVault((state) => state.vault);
  const heard = useHeardLease((state) => state.heard);
  const [look, setLook] = useState<VaultLook | null>(null);
  // Pages outside the gate unmount it: whoever comes back from one may come hours later.
  const [isOverdue] = useState(lockIfOverdue);
  const [failure, setFailure] = useState<unknown>(null);
  const lookAgain = useCallback(() => {
    // Anew whenever the server has been heard: what it grants may open a lease that had ended.
    const granted = heard === null ? null : heardLeaseOf(accountId);
    lookAtVault(accountId, granted, systemClock.now()).then(setLook, setFailure);
  }, [accountId, heard]);
  useEffect(lookAgain, [lookAgain]);
  const vault = open?.accountId === accountId ? open : null;
  if (isOverdue) return <LoadingPage label={t.ui.loading} />;
  if (vault !== null) return children(vault);
  if (failure !== null) return <StorageTrouble failure={failure} accountId={accountId} />;
  if (look === null) return <LoadingPage label={t.ui.loading} />;
  if (look.type === 'none' && isOptional) return children(null);
  return (
    <PhoneShell banner={<AppBanner />}>
      <QuietUpdate />
      <Suspense fallback={null}>
        <LockedPhone account={session.account} look={look} onLook={lookAgain} />
      </Suspense>
    </PhoneShell>
  );
};
