import { useState } from 'react';
import type { VaultLook } from '../../storage/vault/look-at-vault.ts';
import { LeasePage } from './lease-page.tsx';
import type { LockedProps } from './locked-props.ts';
import { SetPinPage } from './set-pin-page.tsx';
import { UnlockPage } from './unlock-page.tsx';

export interface LockedPhoneProps extends Pick<LockedProps, 'accountId' | 'name' | 'onLook'> {
  readonly look: VaultLook;
}

/** Stands before everything that rests sealed: the first PIN, the PIN, or what to do without it. */
export const LockedPhone = ({ look, ...person }: LockedPhoneProps) => {
  const [, setAside] = useState<'people' | 'reset' | null>(null);
  const props = { ...person, onOtherPerson: () => setAside('people') };
  if (look.type === 'none') return <SetPinPage {...props} />;
  if (look.type === 'locked' && look.lease !== 'open') return <LeasePage {...props} lease={look.lease} />;
  if (look.type === 'locked')
    return (
      <UnlockPage
        {...props}
        keyboard={look.keyboard}
        waitUntil={look.waitUntil}
        onForgotten={() => setAside('reset')}
      />
    );
  return null;
};
