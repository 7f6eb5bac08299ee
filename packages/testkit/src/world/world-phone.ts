import {
  afterPull,
  afterPush,
  freshRound,
  type Intent,
  type LocalState,
  nextRequest,
  type RoundProgress,
  type RoundRequest,
  type RoundResult,
  type TransportRefusal,
} from '@lianxin/sync/client';
import { createIds } from '../fakes/ids.ts';
import { type MemoryStore, PhoneDied } from '../fakes/memory-store.ts';
import type { FakeNetwork } from '../fakes/network.ts';
import { type MemoryPhone, openMemoryPhone, type StoredStep } from '../phone/memory-phone.ts';
import type { Session } from '../server/memory-server.ts';
import type { PhoneSteps } from '../steps/phone-steps.ts';
import type { Exchange, WorldWatch } from './watch.ts';

/** Tells how a round ended; `failed` when the network or the phone died under it. */
export type PhoneRoundResult = RoundResult | 'failed';

/** Is a phone in somebody's hand; the app on it may die and be opened again. */
export interface WorldPhone {
  readonly session: Session;
  readonly app: () => MemoryPhone;
  /** Begins a round unless one runs; its requests wait in the network. */
  readonly startRound: () => void;
  /** Carries the round from beginning to end, while all others stay offline. */
  readonly syncAlone: () => void;
  readonly lastResult: () => PhoneRoundResult | null;
  /** Saves intents; says whether the phone lived through it. What it saved, its store knows. */
  readonly save: (...intents: readonly Intent[]) => boolean;
  /** Kills the app and opens it again on what lies in the store; requests under way go nowhere. */
  readonly crash: () => void;
  /** Goes back to the copy put aside, as 系统还原 does; nothing happens when there is none. */
  readonly rollBack: () => void;
  /** Sets how far the phone's own clock is off. */
  readonly setClock: (skewMs: number) => void;
}

/** Is what a phone in a world hangs on. */
export interface PhoneWiring {
  readonly store: MemoryStore;
  readonly network: FakeNetwork;
  readonly steps: PhoneSteps;
  readonly clock: () => number;
  readonly skewMs: number;
  readonly seed: number;
  readonly label: string;
  readonly communityId: string;
  readonly watch: WorldWatch;
}

/** Puts a phone into somebody's hand. */
export const createWorldPhone = (session: Session, wiring: PhoneWiring): WorldPhone => {
  const { store, network, watch } = wiring;
  const newId = createIds(wiring.seed, wiring.label);
  let skewMs = wiring.skewMs;
  let cause: Exchange | null = null;
  const open = (): MemoryPhone =>
    openMemoryPhone({
      ...wiring,
      author: session,
      now: () => wiring.clock() + skewMs,
      newId,
      onStored: (step: StoredStep) => watch.onCommit?.({ ...step, phone, cause }),
    });
  let round: RoundProgress | null = null;
  let last: PhoneRoundResult | null = null;
  let app: MemoryPhone | null = null;
  const running = (): MemoryPhone => {
    app ??= open();
    return app;
  };
  const crash = (): void => {
    round = null;
    last = null;
    app = open();
  };
  const take = (exchange: Exchange) => {
    cause = exchange;
    try {
      return running().take(exchange.spoken);
    } finally {
      cause = null;
    }
  };
  const ask = (): void => {
    if (round === null) return;
    const next = nextRequest(running().state(), round);
    if (next.type === 'done') {
      round = null;
      last = next.result;
      return;
    }
    const [mine, progress] = [running(), round];
    network.send({
      session,
      sender: wiring.label,
      request: next,
      receive: (heard) => {
        if (app !== mine || round !== progress) return;
        hear(next, progress, heard);
      },
      receiveLate: (exchange) => surviving(() => take(exchange)),
    });
  };
  const hear = (asked: RoundRequest, progress: RoundProgress, heard: Exchange | TransportRefusal | 'lost'): void => {
    if (heard === 'lost') {
      round = null;
      last = 'failed';
      return;
    }
    const lives = surviving(() => {
      round = advance(asked, progress, heard);
    });
    if (lives) ask();
  };
  const advance = (asked: RoundRequest, progress: RoundProgress, heard: Exchange | TransportRefusal): RoundProgress => {
    if (!('spoken' in heard))
      return asked.type === 'push' ? afterPush(progress, asked.request, heard) : afterPull(progress, heard, null);
    const change = take(heard);
    const { spoken } = heard;
    return spoken.type === 'push'
      ? afterPush(progress, spoken.request, spoken.answer)
      : afterPull(progress, spoken.answer, change);
  };
  /** A phone whose commit failed is opened again on what its store holds. */
  const surviving = (act: () => void): boolean => {
    try {
      act();
      return true;
    } catch (cause) {
      if (!(cause instanceof PhoneDied)) throw cause;
      crash();
      last = 'failed';
      return false;
    }
  };
  const startRound = (): void => {
    if (round !== null) return;
    round = freshRound;
    ask();
  };
  const phone: WorldPhone = {
    session,
    app: running,
    startRound,
    syncAlone: () => {
      startRound();
      for (let count = 0; count < 500 && round !== null; count += 1) if (!network.deliverFrom(wiring.label)) return;
    },
    lastResult: () => last,
    save: (...intents) => surviving(() => running().save(intents)),
    crash,
    rollBack: () => {
      const before: LocalState = running().state();
      if (!store.rollBack()) return;
      crash();
      watch.onRollBack?.(phone, before);
    },
    setClock: (ms) => {
      skewMs = ms;
    },
  };
  return phone;
};
