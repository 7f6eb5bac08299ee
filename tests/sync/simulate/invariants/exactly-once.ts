import type { Invariant } from '../invariant.ts';

/** The effects of a mutation are written at most once on each history of the server; an answer that says applied means that they are written. */
export const exactlyOnce: Invariant = {
  name: 'I1 exactly once',
  watch: () => ({
    onExchange: ({ spoken, space }) => {
      if (spoken.type !== 'push') return null;
      for (const { id, outcome } of spoken.answer.outcomes) {
        const effects = space.effects.get(id) ?? 0;
        const isApplied = outcome === 'applied' || outcome === 'merged';
        if (effects !== (isApplied ? 1 : 0))
          return `mutation ${id} is told as ${outcome} and took effect ${effects} times`;
      }
      return null;
    },
  }),
};
