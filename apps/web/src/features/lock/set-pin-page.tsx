import { useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { enterVault } from '../../storage/vault/enter-vault.ts';
import { heardLeaseOf } from '../../storage/vault/heard-lease.ts';
import { firstLease } from '../../storage/vault/lease.ts';
import { setUpVault } from '../../storage/vault/set-up-vault.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sub } from '../../ui/sub.tsx';
import type { LockedProps } from './locked-props.ts';
import { PinFields } from './pin-field.tsx';
import { useNewPin } from './use-new-pin.ts';
import { vaultPorts } from './vault-ports.ts';

/** Takes the first PIN of an account on this phone; from then on everything rests sealed. */
export const SetPinPage = ({ accountId, name, onLook, onOtherPerson }: LockedProps) => {
  const words = tLock.setUp;
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { fields, accept } = useNewPin(tLock.pin);
  const submit = async () => {
    const pin = accept();
    if (pin === null || isBusy) return;
    setBusy(true);
    setFailed(false);
    try {
      const vault = await setUpVault(
        { accountId, pin, leaseUntil: firstLease(heardLeaseOf(accountId), systemClock.now()) },
        vaultPorts,
      );
      // Another window was faster: its PIN counts.
      if (vault === null) onLook();
      else await enterVault(vault);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  const bar = (
    <ActionBar>
      <Button variant="main" type="submit" busy={isBusy}>
        {isBusy ? words.working : words.submit}
      </Button>
      <Button variant="slim" onClick={onOtherPerson}>
        {words.otherPerson}
      </Button>
    </ActionBar>
  );
  return (
    <Page title={words.title} sub={words.sub(name)}>
      <Note>{words.body}</Note>
      {hasFailed && (
        <Note tone="late" live>
          {tLock.unlock.failed}
        </Note>
      )}
      <Form label={words.title} onSubmit={() => void submit()} bar={bar}>
        <PinFields fields={fields} />
      </Form>
      <Sub padded>{words.forgotten}</Sub>
    </Page>
  );
};
