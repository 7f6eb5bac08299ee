import type { SessionAnswer } from '@lianxin/protocol';
import { openAccountStore } from './account-store.ts';
import type { Codec } from './codec.ts';
import type { Drafts } from './drafts.ts';
import { httpTransport } from './http-transport.ts';
import { openRegister, type Register } from './register.ts';
import { type SyncLoop, startSyncLoop } from './sync-loop.ts';

/** Is everything a signed-in person works with in one community. */
export interface Workspace {
  readonly session: SessionAnswer;
  readonly communityId: string;
  readonly register: Register;
  readonly sync: SyncLoop;
  readonly drafts: Drafts;
  readonly close: () => void;
}

/** Is what a workspace needs from the phone. */
export interface WorkspacePorts {
  readonly codec: Codec;
  readonly now: () => number;
  readonly newMutationId: () => string;
  readonly onSignedOut: () => void;
  /** Tells that another window has taken the database over: nothing can be saved here any more. */
  readonly onReplaced: () => void;
  /** Calls back whenever it is worth trying the server again; returns the way to stop. */
  readonly onWorthTrying: (callback: () => void) => () => void;
}

/** Opens an account's database, its register in memory, and starts syncing. */
export const openWorkspace = async (
  session: SessionAnswer,
  communityId: string,
  ports: WorkspacePorts,
): Promise<Workspace> => {
  const { id: userId, name: userName } = session.account;
  const { now, newMutationId: newId } = ports;
  const account = await openAccountStore({ ...ports, accountId: userId, communityId, newId });
  const channel = new BroadcastChannel(`lianxin-${userId}-${communityId}`);
  const register = await openRegister({
    store: account.store,
    communityId,
    author: { userId, userName },
    now,
    newId,
    announce: () => channel.postMessage('changed'),
  });
  channel.onmessage = () => void register.reload();
  register.subscribe(() => account.remember(register.state()));
  const sync = startSyncLoop({
    register,
    transport: httpTransport,
    lockName: `lianxin-sync-${userId}`,
    now: ports.now,
    newId: ports.newMutationId,
    random: Math.random,
    onSignedOut: ports.onSignedOut,
  });
  const stopListening = ports.onWorthTrying(sync.poke);
  return {
    session,
    communityId,
    register,
    sync,
    drafts: account.drafts,
    close: () => {
      stopListening();
      sync.stop();
      channel.close();
      account.close();
    },
  };
};
