import { useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { tSettings } from '../../locale/settings-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { changePin, type PinChange } from '../../storage/vault/change-pin.ts';
import { lockPhone } from '../../storage/vault/lock-phone.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { PinFields } from './pin-field.tsx';
import { useNewPin } from './use-new-pin.ts';
import { vaultPorts } from './vault-ports.ts';

/** Changes the PIN. Afterwards the phone locks, so that the new one is known before the old one is forgotten. */
export const ChangePinPage = () => {
  const words = tLock.change;
  const accountId = useWorkspace().session.account.id;
  const [before, setBefore] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { fields, accept } = useNewPin(words.after);
  const submit = async () => {
    const after = accept();
    setProblem(before === '' ? tLock.unlock.missing : null);
    if (after === null || before === '' || isBusy) return;
    setBusy(true);
    try {
      const change = await changePin({ accountId, before, after }, vaultPorts);
      if (change.type === 'changed' || change.type === 'erased') lockPhone();
      else setProblem(sayWhy(change));
    } catch {
      setProblem(tLock.unlock.failed);
    } finally {
      setBusy(false);
    }
  };
  const bar = (
    <ActionBar note={words.note}>
      <Button variant="main" type="submit" busy={isBusy}>
        {isBusy ? tLock.unlock.working : words.submit}
      </Button>
    </ActionBar>
  );
  return (
    <Page title={words.title} back={{ href: '/mine', label: tSettings.title }}>
      <Form label={words.title} onSubmit={() => void submit()} bar={bar}>
        <PinFields fields={[{ label: words.before, value: before, onChange: setBefore, error: problem }, ...fields]} />
      </Form>
    </Page>
  );
};

const sayWhy = (change: Extract<PinChange, { type: 'wrong' | 'wait' }>): string =>
  change.type === 'wrong' ? tLock.unlock.wrong(change.left) : tLock.unlock.wait(change.until - systemClock.now());
