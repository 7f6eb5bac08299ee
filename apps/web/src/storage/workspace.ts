import type { SessionAnswer } from '@lianxin/protocol';
import type { Codec } from './codec.ts';
import { AccountDatabase } from './database.ts';
import { createDexieStore } from './dexie-store.ts';
import { httpTransport } from './http-transport.ts';
import { openRegister, type Register } from './register.ts';
import { type SyncLoop, startSyncLoop } from './sync-loop.ts';

/** Is everything a signed-in person works with in one community. */
export interface Workspace {
  readonly session: SessionAnswer;
  readonly communityId: string;
  readonly register: Register;
  readonly sync: SyncLoop;
  readonly close: () => void;
}

/** Is what a workspace needs from the phone. */
export interface WorkspacePorts {
  readonly codec: Codec;
  readonly now: () => number;
  readonly newMutationId: () => string;
  readonly onSignedOut: () => void;
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
  const database = new AccountDatabase(userId);
  // A newer version in another tab must never be blocked by this one.
  database.on('versionchange', () => database.close());
  const channel = new BroadcastChannel(`lianxin-${userId}-${communityId}`);
  const register = await openRegister({
    store: createDexieStore(database, ports.codec, userId),
    communityId,
    author: { userId, userName },
    now: ports.now,
    newId: ports.newMutationId,
    announce: () => channel.postMessage('changed'),
  });
  channel.onmessage = () => void register.reload();
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
    close: () => {
      stopListening();
      sync.stop();
      channel.close();
      database.close();
    },
  };
};
