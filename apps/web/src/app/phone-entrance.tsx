import type { SessionAnswer } from '@lianxin/protocol';
import type { OpenVault } from '../storage/vault/use-open-vault.ts';
import { PhoneApp } from './phone-app.tsx';
import { WorkspaceGate } from './workspace-gate.tsx';

export interface PhoneEntranceProps {
  readonly session: SessionAnswer;
  readonly communityId: string;
  readonly vault: OpenVault;
}

/** Is the phone behind its lock; it is fetched while the PIN is being typed. */
export const PhoneEntrance = ({ session, communityId, vault }: PhoneEntranceProps) => (
  <WorkspaceGate key={`${session.account.id} ${communityId}`} session={session} communityId={communityId} vault={vault}>
    <PhoneApp session={session} communityId={communityId} />
  </WorkspaceGate>
);
