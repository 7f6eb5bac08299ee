import { create } from 'zustand';

/** Holds whose records the server has asked this phone to forget. On a shared phone that need not be whoever is looking at theirs. */
export const useWipeNotice = create<{ readonly accountId: string | null }>(() => ({ accountId: null }));

/** Notes in a problem that the server answers with whose records it asks this phone to forget. */
export const noticeWipe = (status: number, problem: unknown): void => {
  const partOf = (key: string): unknown =>
    typeof problem === 'object' && problem !== null ? Reflect.get(problem, key) : null;
  const accountId = partOf('detail');
  if (status === 401 && partOf('code') === 'wipe' && typeof accountId === 'string')
    useWipeNotice.setState({ accountId });
};
