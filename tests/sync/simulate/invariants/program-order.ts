import type { Invariant } from '../invariant.ts';

/** What one person saved on one phone stands in the server's history in the order of saving, across new replica ids and new epochs. */
export const programOrder: Invariant = {
  name: 'I3 program order',
  watch: (play) => {
    /** The newest ordinal of each line of saving, and the rev up to which the history was read. */
    let newest = new Map<string, number>();
    let read = 0;
    const take = (id: string): string | null => {
      const saved = play.saved.get(id);
      if (saved === undefined) return null;
      if (saved.ordinal < (newest.get(saved.line) ?? 0)) return `mutation ${id} came after what was saved later`;
      newest.set(saved.line, saved.ordinal);
      return null;
    };
    return {
      onExchange: ({ spoken }) => {
        if (spoken.type !== 'push') return null;
        for (const { id, rev } of spoken.answer.outcomes) {
          if (rev <= read) continue;
          read = rev;
          const complaint = take(id);
          if (complaint !== null) return complaint;
        }
        return null;
      },
      onRestore: () => {
        newest = new Map();
        const log = [...play.world.server.space().mutations].sort(([, a], [, b]) => a.outcome.rev - b.outcome.rev);
        read = log.at(-1)?.[1].outcome.rev ?? 0;
        for (const [id] of log) {
          const complaint = take(id);
          if (complaint !== null) return complaint;
        }
        return null;
      },
    };
  },
};
