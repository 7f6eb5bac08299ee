import type { LocalChange, LocalState, OutboxEntry } from './local-state.ts';

/**
 * Lists everything this phone can offer to another history of the server, in the order it was saved: what waits, what was acknowledged and not seen again,
 * and what is kept. Numbered from 1 for a new replica id; ids stay.
 */
const offerAgain = (state: LocalState): readonly OutboxEntry[] => {
  const kept = state.kept.map(({ rev: _, ...entry }) => ({ ...entry, n: 0, acknowledgedRev: null }));
  return [...kept, ...state.outbox]
    .sort((a, b) => a.order - b.order)
    .map((entry, index) => ({ ...entry, n: index + 1, acknowledgedRev: null }));
};

/** A new epoch is another history of the server: rows and cursors start over, and everything this phone still holds is offered again. */
export const startOver = (
  state: LocalState,
  change: LocalChange,
  line: { readonly epoch: string; readonly newReplicaId: string },
): LocalChange => {
  const putOutbox = offerAgain(state);
  return {
    ...change,
    meta: {
      ...change.meta,
      replicaId: line.newReplicaId,
      nextN: putOutbox.length + 1,
      epoch: line.epoch,
      have: {},
      checkpoint: 0,
      repaired: [],
      segments: {},
      // A restored server goes on from an older line of its audit; what came after it was lost, as is said there.
      audit: null,
    },
    removeOutbox: state.outbox.map((entry) => entry.n),
    putOutbox,
    putKept: [],
    removeKept: state.kept.map((entry) => entry.id),
    clearRows: true,
  };
};
