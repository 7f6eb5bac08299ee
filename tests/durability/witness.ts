import type { Mutation, MutationOutcome } from '@lianxin/protocol';

/** Is a mutation that left a phone, whether or not anybody answered. */
export interface SentMutation {
  readonly replicaId: string;
  readonly mutation: Mutation;
  /** The rows that must exist once it is applied, as `table/id`. */
  readonly makes: readonly string[];
}

/** Is what the phones know: what they sent, and which receipts they were given. It outlives the server. */
export interface Witness {
  readonly sent: ReadonlyMap<string, SentMutation>;
  readonly receipts: ReadonlyMap<string, MutationOutcome>;
  /** Receipts of one mutation that said different things, and answers that make no sense. */
  readonly contradictions: readonly string[];
}

/** Is a witness who listens. */
export interface ListeningWitness extends Witness {
  readonly noteSent: (sent: SentMutation) => void;
  readonly noteReceipt: (outcome: MutationOutcome) => void;
  readonly noteContradiction: (text: string) => void;
}

/** Creates a witness who has heard nothing. */
export const createWitness = (): ListeningWitness => {
  const sent = new Map<string, SentMutation>();
  const receipts = new Map<string, MutationOutcome>();
  const contradictions: string[] = [];
  return {
    sent,
    receipts,
    contradictions,
    noteSent: (about) => void sent.set(about.mutation.id, about),
    noteContradiction: (text) => void contradictions.push(text),
    noteReceipt: (outcome) => {
      const first = receipts.get(outcome.id);
      if (first === undefined) receipts.set(outcome.id, outcome);
      else if (JSON.stringify(first) !== JSON.stringify(outcome))
        contradictions.push(`two receipts: ${JSON.stringify(first)} and ${JSON.stringify(outcome)}`);
    },
  };
};
