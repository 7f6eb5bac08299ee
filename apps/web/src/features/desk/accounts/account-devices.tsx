import { type Account, type Device, devicesAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { systemClock } from '../../../platform/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { Entry } from '../../../ui/entry.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { useAnswer } from '../use-answer.ts';
import { deviceLine, deviceName, deviceWords } from './device-words.ts';
import { WipeDialog } from './wipe-dialog.tsx';

export interface AccountDevicesProps {
  readonly account: Account;
  readonly communityId: string;
}

/** Lists what somebody has signed in with, and wipes a phone that is lost. */
export const AccountDevices = ({ account, communityId }: AccountDevicesProps) => {
  const answer = useAnswer(withQuery('/devices', { community: communityId }), devicesAnswerSchema);
  const [lost, setLost] = useState<Device | null>(null);
  const now = systemClock.now();
  return (
    <Section title={deviceWords.title}>
      <AnswerView answer={answer}>
        {({ devices }) => {
          const own = devices.filter(({ accountId }) => accountId === account.id);
          return own.length === 0 ? (
            <Sub padded>{deviceWords.none}</Sub>
          ) : (
            <RowList>
              {own.map((device) => (
                <Entry
                  key={device.id}
                  title={deviceName(device)}
                  sub={deviceLine(device, now)}
                  aside={
                    canBeAsked(device) && (
                      <Button
                        variant="quiet"
                        size="compact"
                        label={deviceWords.wipeOf(deviceName(device))}
                        onClick={() => setLost(device)}
                      >
                        {deviceWords.wipe}
                      </Button>
                    )
                  }
                />
              ))}
            </RowList>
          );
        }}
      </AnswerView>
      <Fold title={deviceWords.lostTitle}>
        <Sub padded>{deviceWords.lostBody}</Sub>
      </Fold>
      {lost !== null && <WipeDialog device={lost} onClose={() => setLost(null)} />}
    </Section>
  );
};

/** What a phone keeps outlives its session, so also one that is signed out can be lost. */
const canBeAsked = ({ state }: Device): boolean => state === 'active' || state === 'ended';
