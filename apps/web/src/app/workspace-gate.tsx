import type { SessionAnswer } from '@lianxin/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { t } from '../locale/messages.ts';
import { systemClock } from '../platform/clock.ts';
import { newRandomToken } from '../platform/ids.ts';
import { onWorthTrying } from '../platform/network.ts';
import { plainCodec } from '../storage/codec.ts';
import { markSignedOut } from '../storage/device-session.ts';
import { useRegister, WorkspaceContext } from '../storage/use-workspace.ts';
import { openWorkspace, type Workspace } from '../storage/workspace.ts';
import { FirstPullPage } from './first-pull-page.tsx';
import { LoadingPage } from './loading-page.tsx';

export interface WorkspaceGateProps {
  readonly session: SessionAnswer;
  readonly communityId: string;
  readonly children: ReactNode;
}

/** Opens the account's own database and register, then shows the pages; before the first pull is complete it shows how far it is. */
export const WorkspaceGate = ({ session, communityId, children }: WorkspaceGateProps) => {
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let opened: Workspace | null = null;
    let isGone = false;
    const ports = {
      codec: plainCodec,
      now: systemClock.now,
      newMutationId: newRandomToken,
      onSignedOut: markSignedOut,
      onWorthTrying,
    };
    openWorkspace(session, communityId, ports).then((result) => {
      opened = result;
      if (isGone) result.close();
      else setWorkspace(result);
    }, setFailure);
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [session, communityId]);
  if (failure !== null) throw failure;
  if (workspace === null) return <LoadingPage label={t.ui.loading} />;
  return (
    <WorkspaceContext value={workspace}>
      <AfterFirstPull>{children}</AfterFirstPull>
    </WorkspaceContext>
  );
};

const AfterFirstPull = ({ children }: { readonly children: ReactNode }) => {
  const { state } = useRegister();
  return state.meta.lastCheckpointAt === null ? <FirstPullPage /> : children;
};
