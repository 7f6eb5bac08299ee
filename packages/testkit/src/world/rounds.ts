import {
  afterPull,
  afterPush,
  afterSegments,
  freshRound,
  nextRequest,
  type RoundProgress,
  type RoundRequest,
  type RoundResult,
  type TransportRefusal,
} from '@lianxin/sync/client';
import type { FakeNetwork } from '../fakes/network.ts';
import type { Session } from '../server/session.ts';
import type { Exchange } from './exchange.ts';
import type { RunningApp } from './running-app.ts';

/** Tells how a round ended; `failed` when the network or the phone died under it. */
export type PhoneRoundResult = RoundResult | 'failed';

/** Is a phone's rounds, one at a time. */
export interface Rounds {
  /** Begins a round unless one runs. */
  readonly start: () => void;
  readonly isRunning: () => boolean;
  readonly last: () => PhoneRoundResult | null;
  /** Gives up the round that runs; its answers go nowhere. */
  readonly giveUp: (result: PhoneRoundResult | null) => void;
}

/** Drives rounds by the project's own round step; every request waits in the network until a test delivers it. */
export const createRounds = (
  app: RunningApp,
  network: FakeNetwork,
  from: { readonly session: Session; readonly sender: string },
): Rounds => {
  let round: RoundProgress | null = null;
  let last: PhoneRoundResult | null = null;
  const end = (result: PhoneRoundResult | null): void => {
    round = null;
    last = result;
  };
  const ask = (progress: RoundProgress): void => {
    const next = nextRequest(app.now().state(), progress);
    if (next.type === 'done') {
      end(next.result);
      return;
    }
    network.send({
      ...from,
      request: next,
      receive: (heard) => {
        if (round === progress) hear(next, progress, heard);
      },
      receiveLate: (exchange) => {
        if (!app.survives(() => app.take(exchange))) end('failed');
      },
    });
  };
  const hear = (asked: RoundRequest, progress: RoundProgress, heard: Exchange | TransportRefusal | 'lost'): void => {
    let next: RoundProgress | null = null;
    const lives = app.survives(() => {
      next = heard === 'lost' ? null : advance(app, asked, { progress, heard });
    });
    round = next;
    if (!lives || next === null) end('failed');
    else ask(next);
  };
  return {
    start: () => {
      if (round !== null) return;
      // Each round is an object of its own, so that an answer knows whether its round still runs.
      round = { ...freshRound };
      ask(round);
    },
    isRunning: () => round !== null,
    last: () => last,
    giveUp: end,
  };
};

const advance = (
  app: RunningApp,
  asked: RoundRequest,
  { progress, heard }: { readonly progress: RoundProgress; readonly heard: Exchange | TransportRefusal },
): RoundProgress => {
  const change = 'spoken' in heard ? app.take(heard) : null;
  const spoken = 'spoken' in heard ? heard.spoken : { ...asked, answer: heard };
  if (spoken.type === 'push') return afterPush(progress, spoken.request, spoken.answer);
  if (spoken.type === 'pull') return afterPull(progress, spoken.answer, change);
  return afterSegments(progress, spoken.answer, change);
};
