import type { SessionAnswer } from '@lianxin/protocol';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { t } from '../locale/messages.ts';
import { systemClock } from '../platform/clock.ts';
import { newRandomToken } from '../platform/ids.ts';
import { lazyPage } from '../platform/lazy-page.tsx';
import { watchPhone } from '../platform/network.ts';
import { markSignedOut } from '../storage/device-session.ts';
import { rememberPerson } from '../storage/known-people.ts';
import { clearLoss, readLoss } from '../storage/sentinel.ts';
import { StorageFailure } from '../storage/storage-failure.ts';
import { useRegister, WorkspaceContext } from '../storage/use-workspace.ts';
import type { OpenVault } from '../storage/vault/use-open-vault.ts';
import { openWorkspace, type Workspace } from '../storage/workspace.ts';
import { FirstPullPage } from './first-pull-page.tsx';
import { LoadingPage } from './loading-page.tsx';
import { fetchTroublePage, StorageTrouble } from './storage-trouble.tsx';

const LossPage = lazyPage(() => import('./loss-page.tsx'), 'LossPage');

export interface WorkspaceGateProps {
  readonly session: SessionAnswer;
  readonly communityId: string;
  readonly vault: OpenVault;
  readonly children: ReactNode;
}

/** Opens the account's own database and register, then shows the pages; before the first pull is complete it shows how far it is. */
export const WorkspaceGate = ({ session, communityId, vault, children }: WorkspaceGateProps) => {
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isReplaced, setReplaced] = useState(false);
  useEffect(() => {
    let opened: Workspace | null = null;
    let isGone = false;
    rememberPerson(session);
    const ports = {
      codec: vault.codec,
      now: systemClock.now,
      newMutationId: newRandomToken,
      onSignedOut: markSignedOut,
      onReplaced: () => setReplaced(true),
      watchPhone,
    };
    openWorkspace(session, communityId, ports).then((result) => {
      opened = result;
      if (isGone) result.close();
      else setWorkspace(result);
      fetchTroublePage();
    }, setFailure);
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [session, communityId, vault]);
  const trouble = isReplaced ? new StorageFailure('newer', null) : failure;
  if (trouble !== null) return <StorageTrouble failure={trouble} accountId={session.account.id} />;
  if (workspace === null) return <LoadingPage label={t.ui.loading} />;
  return (
    <WorkspaceContext value={workspace}>
      <Suspense fallback={<LoadingPage label={t.ui.loading} />}>
        <AfterFirstPull place={{ accountId: session.account.id, communityId }}>{children}</AfterFirstPull>
      </Suspense>
    </WorkspaceContext>
  );
};

interface AfterFirstPullProps {
  readonly place: { readonly accountId: string; readonly communityId: string };
  readonly children: ReactNode;
}

const AfterFirstPull = ({ place, children }: AfterFirstPullProps) => {
  const { state } = useRegister();
  const { accountId, communityId } = place;
  const [loss, setLoss] = useState(() => readLoss(accountId, communityId));
  if (loss !== null) {
    const onSeen = (): void => {
      clearLoss(accountId, communityId);
      setLoss(null);
    };
    return <LossPage loss={loss} onSeen={onSeen} />;
  }
  // With the first grid here people begin; what is still to come is said on top.
  const isUsable = state.meta.lastCheckpointAt !== null || state.meta.usableAt !== null;
  return isUsable ? children : <FirstPullPage />;
};
