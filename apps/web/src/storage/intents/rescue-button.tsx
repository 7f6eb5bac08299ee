import { useState } from 'react';
import { tRare } from '../../locale/rare-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { saveFile } from '../../platform/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.ts';
import { knownPeople } from '../known-people.ts';
import { makeDepositFile } from '../rescue-deposits.ts';
import { makeRescueFile, type RescueFile } from '../rescue-file.ts';
import { useOpenVault } from '../vault/use-open-vault.ts';

export interface RescueButtonProps {
  readonly accountId: string;
  /** Tells one button from another where several people's work waits. */
  readonly of?: string;
}

/** Hands out a sealed file of somebody's saved work, without a network and without an open register. */
export const RescueButton = ({ accountId, of }: RescueButtonProps) => {
  const words = tRare.storageTrouble.rescue;
  const [isBusy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    setBusy(true);
    try {
      const made = await makeFile(accountId, systemClock.now());
      if (made.type !== 'made') showToast({ text: words[made.type] });
      else if (await saveFile(made.file)) showToast({ text: words.made(made.count, made.unreadable) });
    } catch {
      showToast({ text: words.notMade });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="outline"
      busy={isBusy}
      onClick={() => void make()}
      {...(of === undefined ? {} : { label: words.of(of) })}
    >
      {isBusy ? words.making : words.action}
    </Button>
  );
};

/** With the vault open everything goes into the file; without, what was sealed to the server when it was saved. */
const makeFile = (accountId: string, now: number): Promise<RescueFile> => {
  const { vault } = useOpenVault.getState();
  if (vault?.accountId !== accountId) return makeDepositFile(accountId, now);
  const keys = knownPeople().find(({ id }) => id === accountId)?.rescueKeys ?? null;
  return makeRescueFile({ accountId, keys }, { codec: vault.codec, now });
};
