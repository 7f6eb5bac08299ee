import type { SessionAnswer } from '@lianxin/protocol';
import { createContext, useContext } from 'react';

/** Hands the signed-in administrator down to the pages of the desk. */
export const DeskSession = createContext<SessionAnswer | null>(null);

/** Tells who works at the desk. */
export const useDeskSession = (): SessionAnswer => {
  const session = useContext(DeskSession);
  if (session === null) throw new Error('this page is shown outside the desk');
  return session;
};

/** Says whether somebody runs the whole system, not one community of it. */
export const isOperator = (session: SessionAnswer): boolean =>
  session.postings.some((posting) => posting.role === 'operator');
