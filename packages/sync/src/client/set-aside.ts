import { emptyChange, type LocalChange, type LocalState } from './local-state.ts';

/**
 * Moves a mutation that the server cannot even read to where a person sees it, with every word of it, so that the others go on. The number it leaves open
 * makes the server stop with a gap, after which the phone numbers its outbox anew. Null when it is no longer waiting.
 */
export const setAside = (state: LocalState, mutationId: string): LocalChange | null => {
  const entry = state.outbox.find((waiting) => waiting.id === mutationId && waiting.acknowledgedRev === null);
  if (entry === undefined) return null;
  const { id, communityId, name, version, at, args } = entry;
  return {
    ...emptyChange(state.meta),
    removeOutbox: [entry.n],
    putAttention: [{ id, communityId, name, version, at, args, outcome: 'refused', reason: 'invalid', field: null }],
  };
};
