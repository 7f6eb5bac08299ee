import { type Mutation, pushAnswerSchema } from '@lianxin/protocol';
import { idAt, type StreetDoor, type StreetWorker } from './street.ts';
import { inventMutations } from './street-mutations.ts';

/** Keeps what a phone has written until it is answered. */
export interface StreetOutbox {
  /** Offers what is unanswered, and five new mutations when nothing is. `seen` is the rev the phone has come to. */
  readonly offer: (seen: number) => readonly Mutation[];
  /** Takes the text of a push's answer; throws when anything was not applied. */
  readonly settle: (answer: string) => void;
}

/** Makes the outbox of a worker who goes from door to door. */
export const createStreetOutbox = (worker: StreetWorker, doors: readonly StreetDoor[]): StreetOutbox => {
  let unanswered: readonly Mutation[] = [];
  let n = 0;
  return {
    offer: (seen) => {
      const at = Date.now();
      if (unanswered.length === 0)
        unanswered = inventMutations(worker, doors, { number: n, seen, at }).map((named) => {
          n += 1;
          return { ...named, id: idAt(at), n, version: 1, at, offsetMs: 0 };
        });
      return unanswered;
    },
    settle: (answer) => {
      const { outcomes, stop } = pushAnswerSchema.parse(JSON.parse(answer));
      const taken = outcomes.filter(({ outcome }) => outcome === 'applied' || outcome === 'merged');
      if (taken.length !== unanswered.length)
        throw new Error(`a push was not taken: ${stop} ${JSON.stringify(outcomes)}`);
      unanswered = [];
    },
  };
};
