import { civilDateAt } from '@lianxin/domain';
import type { Account, InviteAnswer, UnitNode } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Duty } from '../duties.ts';
import { EndDutyDialog } from '../end-duty-dialog.tsx';
import { communityOfAccount } from './account-community.ts';
import { AccountDevices } from './account-devices.tsx';
import { AccountDuties } from './account-duties.tsx';
import { stateOf } from './account-rows.ts';
import { AddDutySheet } from './add-duty-sheet.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { ReinviteDialog } from './reinvite-dialog.tsx';

export interface AccountSheetProps {
  /** Null when nobody with this id is in reach. */
  readonly account: Account | null;
  readonly units: readonly UnitNode[];
  readonly onClose: () => void;
  readonly onInvited: (answer: InviteAnswer) => void;
}

type Step = 'reinvite' | 'disable' | 'addDuty' | Duty | null;

const factsOf = (account: Account) => {
  const { columns, states, neverSeen, unsent, mayUnmask } = tDesk.accounts;
  const now = systemClock.now();
  const lastSeen = account.lastSeenAt === null ? neverSeen : t.dates.moment(account.lastSeenAt, now);
  const facts = [
    { key: 'loginName', term: columns.loginName, detail: account.loginName ?? '' },
    { key: 'state', term: columns.state, detail: states[stateOf(account, now)] },
    { key: 'lastSeen', term: columns.lastSeen, detail: lastSeen },
    { key: 'unsent', term: columns.unsent, detail: unsent(account.unsent) },
    { key: 'unmask', term: mayUnmask, detail: account.canViewUnmasked ? t.ui.yes : '' },
  ];
  return facts.filter(({ detail }) => detail !== '');
};

/** Shows one account beside the list, with what can be done about it. */
export const AccountSheet = ({ account, units, onClose, onInvited }: AccountSheetProps) => {
  const words = tDesk.accounts;
  const [step, setStep] = useState<Step>(null);
  const back = () => setStep(null);
  if (account === null) {
    return (
      <Sheet open onClose={onClose} title={words.aboutAccount}>
        <EmptyState title={words.gone.title}>{words.gone.body}</EmptyState>
      </Sheet>
    );
  }
  if (step === 'addDuty') return <AddDutySheet account={account} units={units} onClose={back} />;
  const communityId = communityOfAccount(account, units);
  const bar = (
    <ActionBar>
      <Button onClick={() => setStep('reinvite')}>{words.reinvite}</Button>
      <Button variant="danger" onClick={() => setStep('disable')}>
        {words.disable}
      </Button>
    </ActionBar>
  );
  return (
    <>
      <Sheet open onClose={onClose} title={account.name} {...(account.state === 'disabled' ? {} : { bar })}>
        <Facts items={factsOf(account)} />
        <AccountDuties
          account={account}
          today={civilDateAt(systemClock.now())}
          onAdd={() => setStep('addDuty')}
          onEnd={(posting) => setStep({ account, posting })}
        />
        {communityId !== null && <AccountDevices account={account} communityId={communityId} />}
      </Sheet>
      {step === 'reinvite' && <ReinviteDialog account={account} onClose={back} onInvited={onInvited} />}
      {step === 'disable' && <DisableDialog account={account} onClose={back} />}
      {step !== null && typeof step === 'object' && <EndDutyDialog duty={step} onClose={back} />}
    </>
  );
};
