import type { SessionAnswer } from '@lianxin/protocol';
import { useState } from 'react';
import type { VaultLook } from '../../storage/vault/look-at-vault.ts';
import { LeasePage } from './lease-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { ResetPinPage } from './reset-pin-page.tsx';
import { SetPinPage } from './set-pin-page.tsx';
import { UnlockPage } from './unlock-page.tsx';

export interface LockedPhoneProps {
  readonly account: SessionAnswer['account'];
  readonly look: VaultLook;
  /** Looks at the vault anew. */
  readonly onLook: () => void;
}

/** Stands before everything that rests sealed: the first PIN, the PIN, or what to do without it. */
export const LockedPhone = ({ account, look, onLook }: LockedPhoneProps) => {
  const { id: accountId, name, loginName } = account;
  const [aside, setAside] = useState<'people' | 'reset' | null>(null);
  const goBack = () => setAside(null);
  const props = { accountId, name, onLook, onOtherPerson: () => setAside('people') };
  if (aside === 'people') return <PeoplePage accountId={accountId} onBack={goBack} />;
  if (look.type === 'none') return <SetPinPage {...props} />;
  if (look.type === 'erased' || aside === 'reset')
    return <ResetPinPage {...props} loginName={loginName} isErased={look.type === 'erased'} onBack={goBack} />;
  if (look.lease !== 'open') return <LeasePage {...props} lease={look.lease} />;
  const { keyboard, waitUntil } = look;
  return <UnlockPage {...props} keyboard={keyboard} waitUntil={waitUntil} onForgotten={() => setAside('reset')} />;
};
