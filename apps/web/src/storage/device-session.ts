import { type SessionAnswer, sessionAnswerSchema } from '@lianxin/protocol';
import { create } from 'zustand';

const storageKey = 'lianxin.session';
const communityKey = 'lianxin.community';

/** Is who uses this device, kept so that the app opens without a network. It holds no secret: the token is in a cookie that scripts cannot read. */
export interface DeviceSession {
  readonly session: SessionAnswer | null;
  readonly communityId: string | null;
  /** Whether the server has said that the session is over; saved work stays and waits for the same person. */
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

const initial = (): DeviceSession => {
  const session = read();
  const remembered = localStorage.getItem(communityKey);
  const isPosted = session?.postings.some((posting) => posting.communityId === remembered) ?? false;
  return { session, communityId: isPosted ? remembered : firstCommunity(session), isSignedOut: false };
};

/** Holds who is signed in on this device and for which community. */
export const useDeviceSession = create<DeviceSession>(initial);

/** Remembers who signed in; a person who is already here keeps the community they were in. */
export const rememberSession = (session: SessionAnswer): void => {
  const { communityId, session: known, isSignedOut } = useDeviceSession.getState();
  const text = JSON.stringify(session);
  // The same answer again must not reopen the register under somebody's hands.
  if (!isSignedOut && text === JSON.stringify(known)) return;
  localStorage.setItem(storageKey, text);
  const isPosted = session.postings.some(
    (posting) => posting.communityId !== null && posting.communityId === communityId,
  );
  useDeviceSession.setState({
    session,
    communityId: isPosted ? communityId : firstCommunity(session),
    isSignedOut: false,
  });
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
  localStorage.setItem(communityKey, communityId);
  useDeviceSession.setState({ communityId });
};
