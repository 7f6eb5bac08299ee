import {
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRequestSchema,
  type Segment,
  segmentSchema,
} from '@lianxin/protocol';
import type { RoundRequest, TransportRefusal } from '@lianxin/sync/client';
import { RuleBroke } from '../server/memory-push.ts';
import { segmentHash } from '../server/memory-segments.ts';
import type { MemoryServer } from '../server/memory-server.ts';
import type { Session } from '../server/session.ts';
import type { Exchange, Spoken } from '../world/exchange.ts';

/**
 * Names what happens to a request: it is carried; it or its answer is lost; it is carried twice; the answer comes after the phone gave up; a proxy repeats
 * it later; a segment is damaged on the way; the server dies before its COMMIT. A server that dies after its COMMIT is a lost answer, and so is any other
 * answer that is damaged.
 */
export type Fault =
  | 'none'
  | 'loseRequest'
  | 'loseAnswer'
  | 'duplicate'
  | 'lateAnswer'
  | 'echo'
  | 'damage'
  | 'crashBeforeCommit';

/** Is a request under way, and who waits for it. */
export interface Letter {
  readonly session: Session;
  /** Names the phone it comes from. */
  readonly sender: string;
  readonly request: RoundRequest;
  /** Is told the answer, a refusal, or that nothing came. */
  readonly receive: (heard: Exchange | TransportRefusal | 'lost') => void;
  /** Is told an answer that nobody waits for any more. */
  readonly receiveLate: (exchange: Exchange) => void;
}

/** Carries requests only when a test delivers them, in any order and with any fault. */
export interface FakeNetwork {
  readonly send: (letter: Letter) => void;
  /** Counts the requests under way. */
  readonly waiting: () => number;
  /** Delivers one request under way; the index wraps around. Nothing happens when none is. */
  readonly deliver: (index: number, fault?: Fault) => void;
  /** Delivers the first request of one phone without a fault; says whether there was one. */
  readonly deliverFrom: (sender: string) => boolean;
  /** Brings one late answer to its phone. */
  readonly deliverLate: (index: number) => void;
}

/** Is how a network is set up. */
export interface NetworkOptions {
  /** Whether every message is checked against the wire schemas and copied through JSON. */
  readonly isWireChecked: boolean;
  readonly onExchange: (exchange: Exchange) => void;
}

interface Late {
  readonly letter: Letter;
  readonly exchange: Exchange;
}

/** Creates a network between phones and one server. */
export const createNetwork = (server: MemoryServer, options: NetworkOptions): FakeNetwork => {
  const letters: Letter[] = [];
  const late: Late[] = [];
  const ask = (letter: Letter): Exchange | TransportRefusal | 'lost' => {
    const answered = unlessBroken(() => askServer(server, letter, options));
    if (typeof answered === 'object' && 'spoken' in answered) options.onExchange(answered);
    return answered;
  };
  const carry = (letter: Letter, fault: Fault): void => {
    if (fault === 'loseRequest') {
      letter.receive('lost');
      return;
    }
    if (fault === 'crashBeforeCommit') {
      letter.receive(unlessBroken(() => askInVain(server, letter)));
      return;
    }
    if (letter.request.type === 'push' && server.delays(letter.request.request)) {
      letters.push(letter);
      return;
    }
    const first = ask(letter);
    // The phone hears the answer to the repetition, which must say the same.
    const answered = fault === 'duplicate' ? ask(letter) : first;
    if (fault === 'echo') letters.push({ ...letter, receive: (heard) => keepLate(letter, heard) });
    if (fault === 'lateAnswer') keepLate(letter, answered);
    letter.receive(
      fault === 'damage' ? damaged(answered) : fault === 'lateAnswer' || fault === 'loseAnswer' ? 'lost' : answered,
    );
  };
  const keepLate = (letter: Letter, heard: Exchange | TransportRefusal | 'lost'): void => {
    if (typeof heard === 'object' && 'spoken' in heard) late.push({ letter, exchange: heard });
  };
  return {
    send: (letter) => {
      letters.push(letter);
    },
    waiting: () => letters.length,
    deliver: (index, fault = 'none') => {
      const [letter] = letters.splice(letters.length === 0 ? 0 : index % letters.length, 1);
      if (letter !== undefined) carry(letter, fault);
    },
    deliverFrom: (sender) => {
      const [letter] = letters.splice(indexOfSender(letters, sender), 1);
      if (letter !== undefined) carry(letter, 'none');
      return letter !== undefined;
    },
    deliverLate: (index) => {
      const [one] = late.splice(late.length === 0 ? 0 : index % late.length, 1);
      one?.letter.receiveLate(one.exchange);
    },
  };
};

/** A server that fails under a request answers nothing that a phone could use. */
const unlessBroken = <T>(ask: () => T): T | 'lost' => {
  try {
    return ask();
  } catch (cause) {
    if (cause instanceof RuleBroke) return 'lost';
    throw cause;
  }
};

const indexOfSender = (letters: readonly Letter[], sender: string): number => {
  const index = letters.findIndex((letter) => letter.sender === sender);
  return index < 0 ? letters.length : index;
};

const askServer = (
  server: MemoryServer,
  { session, request: sent }: Letter,
  { isWireChecked }: NetworkOptions,
): Exchange | TransportRefusal => {
  const spoken = isWireChecked ? speakOverTheWire(server, session, sent) : speak(server, session, sent);
  if (spoken.type === 'refusal') return spoken;
  return { session, spoken, space: server.space(), granted: server.bucketsOf(session.userId) };
};

const speak = (server: MemoryServer, session: Session, sent: RoundRequest): Spoken | TransportRefusal => {
  if (sent.type === 'push') return { ...sent, answer: server.push(session, sent.request) };
  if (sent.type === 'segments') {
    const found = server.segments(session, sent.request);
    return 'type' in found ? found : { ...sent, answer: { found: found.map(named) } };
  }
  const answer = server.pull(session, sent.request);
  return 'type' in answer ? answer : { ...sent, answer };
};

/** A phone names what came by its bytes, whatever it asked for. */
const named = (segment: Segment) => ({ hash: segmentHash(segment), segment });

/** Bytes that were changed on the way have another hash; JSON that is no JSON any more is no answer. */
const damaged = (answered: Exchange | TransportRefusal | 'lost'): Exchange | 'lost' => {
  if (answered === 'lost' || !('spoken' in answered) || answered.spoken.type !== 'segments') return 'lost';
  const { request, answer } = answered.spoken;
  const found = answer.found.map(({ segment }) => named({ ...segment, revs: segment.revs.map((rev) => rev + 1) }));
  return { ...answered, spoken: { type: 'segments', request, answer: { found } } };
};

/** Checks everything against the wire schemas and copies it through JSON. */
const speakOverTheWire = (server: MemoryServer, session: Session, sent: RoundRequest): Spoken | TransportRefusal => {
  const spoken = speak(server, session, sentOverTheWire(sent));
  if (spoken.type === 'push') return { ...spoken, answer: pushAnswerSchema.parse(throughJson(spoken.answer)) };
  if (spoken.type === 'pull') return { ...spoken, answer: pullAnswerSchema.parse(throughJson(spoken.answer)) };
  if (spoken.type === 'refusal') return spoken;
  const found = spoken.answer.found.map(({ hash, segment }) => ({
    hash,
    segment: segmentSchema.parse(throughJson(segment)),
  }));
  return { ...spoken, answer: { found } };
};

const sentOverTheWire = (sent: RoundRequest): RoundRequest => {
  if (sent.type === 'push') return { type: 'push', request: pushRequestSchema.parse(throughJson(sent.request)) };
  if (sent.type === 'pull') return { type: 'pull', request: pullRequestSchema.parse(throughJson(sent.request)) };
  return sent;
};

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a server says that answers before its COMMIT, and then dies. */
const askInVain = (server: MemoryServer, { session, request: sent }: Letter): Exchange | 'lost' => {
  if (sent.type !== 'push') return 'lost';
  const answer = server.pushInVain(session, sent.request);
  if (answer === null) return 'lost';
  return { session, spoken: { ...sent, answer }, space: server.space(), granted: server.bucketsOf(session.userId) };
};
