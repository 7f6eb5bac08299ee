import { type SessionAnswer, sessionAnswerSchema } from '@lianxin/protocol';
import { create } from 'zustand';
import { isSomebodyElses } from './cookie-owner.ts';

const storageKey = 'lianxin.session';
const communityKey = 'lianxin.community';

/** Is who uses this device, kept so that the app opens without a network. It holds no secret: the token is in a cookie that scripts cannot read. */
export interface DeviceSession {
  readonly session: SessionAnswer | null;
  readonly communityId: string | null;
  /** Whether the server has said that the session is over, or knows somebody else by now; saved work stays and waits for the same person. */
  readonly isSignedOut: boolean;
}

const read = (): SessionAnswer | null => {
  try {
    const parsed = sessionAnswerSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const firstCommunity = (session: SessionAnswer | null): string | null =>
  session?.postings.find((posting) => posting.communityId !== null)?.communityId ?? null;

/** Says whether a person has a duty in a community. */
export const isPostedIn = (session: SessionAnswer, communityId: string | null): boolean =>
  session.postings.some((posting) => posting.communityId !== null && posting.communityId === communityId);

const keepCommunity = (communityId: string | null): void => {
  if (communityId === null) localStorage.removeItem(communityKey);
  else localStorage.setItem(communityKey, communityId);
};

const initial = (): DeviceSession => {
  const session = read();
  // Also one that the person has left: what they wrote there may still wait on this phone.
  const remembered = session === null ? null : localStorage.getItem(communityKey);
  return {
    session,
    communityId: remembered ?? firstCommunity(session),
    isSignedOut: session !== null && isSomebodyElses(session.account.id),
  };
};

/** Holds who is signed in on this device and for which community. */
export const useDeviceSession = create<DeviceSession>(initial);

/**
 * Remembers who signed in; a person who is already here keeps the community they were in, also when their duty there has ended: the phone hands in what was
 * written, forgets the rest, and only then turns elsewhere.
 */
export const rememberSession = ({ lease: _, ...session }: SessionAnswer): void => {
  const { communityId, session: known, isSignedOut } = useDeviceSession.getState();
  const text = JSON.stringify(session);
  // The same answer again must not reopen the register under somebody's hands; the lease, new every time, is the vault's.
  if (!isSignedOut && text === JSON.stringify(known)) return;
  keepSession(session);
  const stays = isPostedIn(session, communityId) || (communityId !== null && known?.account.id === session.account.id);
  const next = stays ? communityId : firstCommunity(session);
  keepCommunity(next);
  useDeviceSession.setState({ session, communityId: next, isSignedOut: false });
};

/** Keeps who uses this device from the next start on. */
export const keepSession = (session: SessionAnswer): void => localStorage.setItem(storageKey, JSON.stringify(session));

/** Turns away from a community that was left, once nothing of it is on this phone any more. */
export const leaveCommunity = (): void => {
  const next = firstCommunity(useDeviceSession.getState().session);
  keepCommunity(next);
  useDeviceSession.setState({ communityId: next });
};

/** Forgets who is signed in; the records and unsent work stay in that account's own database. */
export const forgetSession = (): void => {
  localStorage.removeItem(storageKey);
  localStorage.removeItem(communityKey);
  useDeviceSession.setState({ session: null, communityId: null, isSignedOut: false });
};

/** Notes that the server no longer knows the session. */
export const markSignedOut = (): void => useDeviceSession.setState({ isSignedOut: true });

/** Turns to another community of the same person. */
export const chooseCommunity = (communityId: string): void => {
  keepCommunity(communityId);
  useDeviceSession.setState({ communityId });
};
