import type { AttentionEntry } from '@lianxin/sync/client';
import type { Play } from '../../steps/play.ts';
import type { Complaint, Invariant } from '../invariant.ts';

/** Every mutation gets an outcome, a bad one delays nobody, and what was not simply applied is told, truly, to a person. */
export const liveness: Invariant = {
  name: 'I9 liveness',
  watch: (play) => ({
    onExchange: ({ spoken }) => {
      if (spoken.type !== 'push' || spoken.answer.stop !== null) return null;
      const { length } = spoken.answer.outcomes;
      return length === spoken.request.mutations.length ? null : `a push ended after ${length} outcomes`;
    },
    atEnd: (isAtRest) =>
      isAtRest ? (untold(play) ?? toldWrongly(play)) : 'the phones do not come to rest on a fair network',
  }),
};

/** Collects what the phones tell their people, by mutation. */
const notices = ({ world }: Play): ReadonlyMap<string, AttentionEntry> =>
  new Map(
    world.phones.flatMap((phone) =>
      phone
        .app()
        .state()
        .attention.map((entry) => [entry.id, entry] as const),
    ),
  );

const untold = (play: Play): Complaint => {
  const told = notices(play);
  for (const id of play.saved.keys()) {
    const outcome = play.world.server.space().mutations.get(id)?.outcome;
    if (outcome === undefined || play.destroyed.has(id) || play.forgotten.has(id)) continue;
    const isBad = outcome.outcome === 'held' || outcome.outcome === 'refused';
    if (isBad && !told.has(id)) return `${outcome.outcome} mutation ${id} is shown to nobody`;
  }
  return null;
};

const toldWrongly = (play: Play): Complaint => {
  for (const [id, { outcome }] of notices(play)) {
    const stored = play.world.server.space().mutations.get(id)?.outcome;
    const truth = stored?.reason === 'handedOver' ? 'handedOver' : stored?.outcome;
    if (stored !== undefined && truth !== outcome) return `mutation ${id} is told as ${outcome} and was ${truth}`;
  }
  return null;
};
