import { create } from 'zustand';

/** Remembers, as long as the desk is open, which community was looked at last, so that the next page begins there. */
export const useDeskCommunity = create<{ readonly communityId: string | null }>(() => ({ communityId: null }));
