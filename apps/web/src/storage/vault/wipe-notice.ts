import { create } from 'zustand';

/** Holds whether the server has asked this phone to forget everything. */
export const useWipeNotice = create<{ readonly isAsked: boolean }>(() => ({ isAsked: false }));

/** Notes in an answer of the server whether it asks this phone to forget everything. */
export const noticeWipe = (status: number, code: unknown): void => {
  if (status === 401 && code === 'wipe') useWipeNotice.setState({ isAsked: true });
};
