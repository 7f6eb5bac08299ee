import { randomUUID } from 'node:crypto';
import { type Mutation, type PushAnswer, pushAnswerSchema } from '@lianxin/protocol';
import type { Random } from '@lianxin/testkit';
import type { DemoWorker } from './demo-workers.ts';
import { inventWork } from './field-work.ts';
import type { ListeningWitness } from './witness.ts';

/** Is a phone that saves and pushes as fast as it may. */
export interface PushingPhone {
  readonly replicaId: string;
  /** Works until the server is gone or told to stop; what got no receipt stays in the outbox for the next run. */
  readonly run: (origin: string, isOver: () => boolean) => Promise<void>;
  /** Sends what is left and invents nothing. */
  readonly flush: (origin: string) => Promise<void>;
}

interface PhoneParts {
  readonly worker: DemoWorker;
  readonly witness: ListeningWitness;
  readonly random: Random;
  readonly largestBatch: number;
}

/** Creates a phone of a worker: a replica of its own, numbering from 1. */
export const createPushingPhone = ({ worker, witness, random, largestBatch }: PhoneParts): PushingPhone => {
  const replicaId = randomUUID();
  let n = 0;
  let outbox: readonly Mutation[] = [];
  let done: readonly Mutation[] = [];

  const save = (): void => {
    const work = inventWork(worker, random);
    n += 1;
    const mutation = { id: randomUUID(), n, name: work.name, version: 1, at: Date.now(), offsetMs: 0, args: work.args };
    witness.noteSent({ replicaId, mutation, makes: work.makes });
    outbox = [...outbox, mutation];
  };

  /** Whether the server answered. Now and then something long acknowledged is sent again, as a phone does that lost the receipt. */
  const push = async (origin: string): Promise<boolean> => {
    const again = random() < 0.15 ? done.filter(() => random() < 0.2) : [];
    const mutations = [...again, ...outbox];
    const { communityId } = worker;
    const request = { version: 1, schema: 1, communityId, epoch: null, replicaId, mutations, left: 0 };
    const answer = await readAnswer(worker.call(origin, '/sync/push', request), witness);
    if (answer === undefined) return false;
    if (answer.stop !== null || answer.outcomes.length !== mutations.length)
      witness.noteContradiction(`${answer.outcomes.length} of ${mutations.length} answered, stop ${answer.stop}`);
    for (const outcome of answer.outcomes) witness.noteReceipt(outcome);
    const answered = new Set(answer.outcomes.map(({ id }) => id));
    done = [...done, ...outbox.filter(({ id }) => answered.has(id))].slice(-40);
    outbox = outbox.filter(({ id }) => !answered.has(id));
    return true;
  };

  return {
    replicaId,
    run: async (origin, isOver) => {
      while (!isOver()) {
        const size = 1 + Math.floor(random() * largestBatch);
        while (outbox.length < size) save();
        if (!(await push(origin))) return;
        await new Promise((resolve) => setTimeout(resolve, random() * 12));
      }
    },
    flush: async (origin) => {
      if (outbox.length > 0 && !(await push(origin))) witness.noteContradiction('a calm server did not answer');
    },
  };
};

/** What the server said; undefined when it was cut off, and when it answered with an error, which a sound server does not. */
const readAnswer = async (
  call: Promise<Response>,
  witness: Pick<ListeningWitness, 'noteContradiction'>,
): Promise<PushAnswer | undefined> => {
  const heard = await call.then(async (answer) => ({ answer, text: await answer.text() })).catch(() => undefined);
  if (heard === undefined) return undefined;
  if (heard.answer.ok) return pushAnswerSchema.parse(JSON.parse(heard.text));
  witness.noteContradiction(`a push was answered ${heard.answer.status}: ${heard.text}`);
  return undefined;
};
