import type { SessionAnswer } from '@lianxin/protocol';
import type { OpenVault } from '../storage/vault/use-open-vault.ts';
import { InstallHint, PhoneApp } from './phone-app.tsx';
import { fetchPageAt } from './phone-routes.ts';
import { WorkspaceGate } from './workspace-gate.tsx';

/** Fetches what stands at an address, with all that is drawn at once with it. */
export const fetchPhonePage = async (path: string): Promise<void> => {
  await Promise.all([fetchPageAt(path), InstallHint.fetch()]);
};

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
