import { useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { enterVault } from '../../storage/vault/enter-vault.ts';
import { heardLeaseOf } from '../../storage/vault/heard-lease.ts';
import type { PinKeyboard } from '../../storage/vault/resting-vault.ts';
import { unlockVault } from '../../storage/vault/unlock-vault.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import type { LockedProps } from './locked-props.ts';
import { PinFields } from './pin-field.tsx';
import { useTimeUntil } from './use-time.ts';
import { vaultPorts } from './vault-ports.ts';

export interface UnlockPageProps extends LockedProps {
  readonly keyboard: PinKeyboard;
  /** Before this moment no PIN is tried. */
  readonly waitUntil: number;
  readonly onForgotten: () => void;
}

/** Asks for the PIN. How many tries are left and how long to wait is said before it is too late. */
export const UnlockPage = (props: UnlockPageProps) => {
  const { accountId, name, keyboard, onLook } = props;
  const words = tLock.unlock;
  const [pin, setPin] = useState('');
  const [left, setLeft] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [waitUntil, setWaitUntil] = useState(props.waitUntil);
  const [isBusy, setBusy] = useState(false);
  const waitMs = waitUntil - useTimeUntil(waitUntil);
  const tryPin = async (): Promise<void> => {
    const answer = await unlockVault({ accountId, pin, heard: heardLeaseOf(accountId) }, vaultPorts);
    setPin('');
    if (answer.type === 'open') return await enterVault(answer.vault);
    if (answer.type === 'wrong') {
      setLeft(answer.left);
      setProblem(words.wrong(answer.left));
      setWaitUntil(answer.waitUntil);
    } else if (answer.type === 'wait') setWaitUntil(answer.until);
    else onLook();
  };
  const submit = async () => {
    if (isBusy || waitMs > 0) return;
    if (pin === '') return setProblem(words.missing);
    setBusy(true);
    setProblem(null);
    try {
      await tryPin();
    } catch {
      setProblem(words.failed);
    } finally {
      setBusy(false);
    }
  };
  const bar = (
    <ActionBar>
      <Button variant="main" type="submit" busy={isBusy} disabled={waitMs > 0}>
        {isBusy ? words.working : words.submit}
      </Button>
    </ActionBar>
  );
  return (
    <Page title={words.title} sub={words.sub(name)}>
      {waitMs > 0 && (
        <Note tone="late" live>
          {words.wait(waitMs)}
        </Note>
      )}
      {left !== null && left <= 3 && <Note tone="late">{words.lastOnes}</Note>}
      <Form label={words.title} onSubmit={() => void submit()} bar={bar}>
        <PinFields
          takesFocus
          keyboard={keyboard}
          fields={[{ label: tLock.pin, value: pin, onChange: setPin, error: problem }]}
        />
      </Form>
      <PageActions>
        <Button variant="slim" onClick={props.onForgotten}>
          {words.forgot}
        </Button>
        <Button variant="slim" onClick={props.onOtherPerson}>
          {words.otherPerson}
        </Button>
      </PageActions>
    </Page>
  );
};
