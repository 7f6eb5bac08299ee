import type { SessionAnswer } from '@lianxin/protocol';
import type { PhoneSignal } from '../platform/network.ts';
import { openAccountStore } from './account-store.ts';
import type { Codec } from './codec.ts';
import type { DepositSealer } from './deposits/deposit-sealer.ts';
import { createDepositSealer } from './deposits/seal-deposit.ts';
import type { Drafts } from './drafts.ts';
import { forgetErasedDrafts } from './forget-erased-drafts.ts';
import { createHttpTransport } from './http-transport.ts';
import { ownTransport } from './own-transport.ts';
import { type LazyPhotos, lazyPhotos } from './photos/lazy-photos.ts';
import { openRegister, type Register } from './register.ts';
import { startTabSync, type TabSync } from './tab-sync.ts';

/** Is everything a signed-in person works with in one community. */
export interface Workspace {
  readonly session: SessionAnswer;
  readonly communityId: string;
  readonly register: Register;
  readonly sync: TabSync;
  readonly drafts: Drafts;
  readonly photos: LazyPhotos;
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
  /** Tells how the phone stands, at once and whenever that changes; returns the way to stop. */
  readonly watchPhone: (listener: (signal: PhoneSignal) => void) => () => void;
}

/** Opens an account's database, its register in memory, and starts syncing. */
export const openWorkspace = async (
  session: SessionAnswer,
  communityId: string,
  ports: WorkspacePorts,
): Promise<Workspace> => {
  const { id: userId, name: userName } = session.account;
  const { now, newMutationId: newId } = ports;
  const account = await openAccountStore({
    ...ports,
    accountId: userId,
    communityId,
    newId,
    sealDeposit: sealerFor(session),
  });
  const channel = new BroadcastChannel(`lianxin-${userId}-${communityId}`);
  let isClosed = false;
  const register = await openRegister({
    store: account.store,
    communityId,
    author: { userId, userName },
    now,
    newId,
    // A round that was under way when the register was left ends after it: there is nobody left here to tell it.
    announce: () => {
      if (!isClosed) channel.postMessage('changed');
    },
  });
  register.subscribe(() => account.remember(register.state()));
  register.subscribe(() => forgetErasedDrafts(register, account.drafts));
  const sync = startTabSync({
    register,
    channel,
    replicaName: `${userId}:${communityId}`,
    transport: ownTransport(userId, createHttpTransport()),
    ...ports,
  });
  const { drafts } = account;
  const photos = lazyPhotos(async () => {
    const { startPhotos } = await import('./photos/start-photos.ts');
    return await startPhotos({ ...ports, session, communityId, table: account.photos, register, drafts });
  });
  // What was taken earlier and is still here goes on by itself; whatever keeps it from that is told where a photo is looked at.
  photos.get().catch(() => undefined);
  return {
    session,
    communityId,
    register,
    sync,
    drafts,
    photos,
    close: () => {
      photos.stop();
      sync.stop();
      isClosed = true;
      channel.close();
      account.close();
    },
  };
};

/** A server that hands out no keys gets no deposits. */
const sealerFor = ({ account, sealingKey, rescueTicket }: SessionAnswer): DepositSealer =>
  sealingKey === undefined || rescueTicket === undefined
    ? async () => null
    : createDepositSealer({ sealingKey, rescueTicket, accountId: account.id });
