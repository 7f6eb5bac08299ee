import type { PullAnswer, PullRequest, PushAnswer, PushRequest } from '@lianxin/protocol';
import { pullAnswerSchema, pullRequestSchema, pushAnswerSchema, pushRequestSchema } from '@lianxin/protocol';
import type { Transport } from '@lianxin/sync/client';
import type { MemoryServer, Session } from '../server/memory-server.ts';

/** Names what the network does to a request: carries it, loses it, loses its answer, carries it twice, or brings the answer after the phone gave up. */
export type Fault = 'none' | 'loseRequest' | 'loseAnswer' | 'duplicate' | 'lateAnswer';

/** Is an answer that arrives after its request was given up: another tab, a proxy, a slow radio. */
export interface LateAnswer {
  readonly session: Session;
  readonly answer:
    | { readonly type: 'push'; readonly answer: PushAnswer }
    | { readonly type: 'pull'; readonly answer: PullAnswer };
}

/** Carries requests only when a test delivers them, in any order and with any fault. Everything is checked against the wire schemas and copied through JSON. */
export interface FakeNetwork {
  readonly connect: (session: Session) => Transport;
  /** Counts the requests under way. */
  readonly waiting: () => number;
  /** Delivers one request under way; the index wraps around. Nothing happens when none is. */
  readonly deliver: (index: number, fault?: Fault) => void;
  /** Takes one late answer out of the air. */
  readonly takeLate: (index: number) => LateAnswer | undefined;
  /** Watches every answer that leaves the server. */
  readonly onAnswer: (listener: (session: Session, answer: PushAnswer | PullAnswer) => void) => void;
}

interface Letter {
  readonly send: () => LateAnswer['answer'];
  readonly session: Session;
  readonly resolve: (answer: LateAnswer['answer']) => void;
  readonly reject: (cause: Error) => void;
}

/** Creates a network between phones and one server. */
export const createNetwork = (server: MemoryServer): FakeNetwork => {
  const letters: Letter[] = [];
  const late: LateAnswer[] = [];
  const listeners: ((session: Session, answer: PushAnswer | PullAnswer) => void)[] = [];
  const heard = (session: Session, answer: LateAnswer['answer']): LateAnswer['answer'] => {
    for (const listener of listeners) listener(session, answer.answer);
    return answer;
  };
  const post = (session: Session, send: () => LateAnswer['answer']): Promise<LateAnswer['answer']> =>
    new Promise((resolve, reject) => {
      letters.push({ session, resolve, reject, send: () => heard(session, send()) });
    });
  return {
    connect: (session) => ({
      push: async (request) => expectPush(await post(session, () => sendPush(server, session, request))),
      pull: async (request) => expectPull(await post(session, () => sendPull(server, session, request))),
    }),
    waiting: () => letters.length,
    deliver: (index, fault = 'none') => {
      const [letter] = letters.splice(letters.length === 0 ? 0 : index % letters.length, 1);
      if (letter !== undefined) carry(letter, fault, late);
    },
    takeLate: (index) => late.splice(late.length === 0 ? 0 : index % late.length, 1)[0],
    onAnswer: (listener) => {
      listeners.push(listener);
    },
  };
};

const carry = (letter: Letter, fault: Fault, late: LateAnswer[]): void => {
  if (fault === 'loseRequest') {
    letter.reject(new Error('the request was lost'));
    return;
  }
  const first = letter.send();
  // The phone hears the answer to the repetition, which must say the same.
  const answer = fault === 'duplicate' ? letter.send() : first;
  if (fault === 'lateAnswer') late.push({ session: letter.session, answer });
  if (fault === 'none' || fault === 'duplicate') letter.resolve(answer);
  else letter.reject(new Error('the answer was lost'));
};

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const sendPush = (server: MemoryServer, session: Session, request: PushRequest): LateAnswer['answer'] => ({
  type: 'push',
  answer: pushAnswerSchema.parse(overTheWire(server.push(session, pushRequestSchema.parse(overTheWire(request))))),
});

const sendPull = (server: MemoryServer, session: Session, request: PullRequest): LateAnswer['answer'] => ({
  type: 'pull',
  answer: pullAnswerSchema.parse(overTheWire(server.pull(session, pullRequestSchema.parse(overTheWire(request))))),
});

const expectPush = (answer: LateAnswer['answer']): PushAnswer => {
  if (answer.type !== 'push') throw new Error('a push was answered as a pull');
  return answer.answer;
};

const expectPull = (answer: LateAnswer['answer']): PullAnswer => {
  if (answer.type !== 'pull') throw new Error('a pull was answered as a push');
  return answer.answer;
};
