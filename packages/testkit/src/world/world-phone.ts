import type { Intent, LocalState } from '@lianxin/sync/client';
import type { FakeNetwork } from '../fakes/network.ts';
import type { MemoryPhone } from '../phone/memory-phone.ts';
import type { Session } from '../server/session.ts';
import { createRounds, type PhoneRoundResult } from './rounds.ts';
import { type AppWiring, createRunningApp } from './running-app.ts';

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
export interface PhoneWiring extends Omit<AppWiring, 'now'> {
  readonly network: FakeNetwork;
  readonly clock: () => number;
  readonly skewMs: number;
  /** Hears that the phone went back to an older copy of itself, and what it held before. */
  readonly onRollBack: (before: LocalState) => void;
}

/** Puts a phone into somebody's hand. */
export const createWorldPhone = (wiring: PhoneWiring): WorldPhone => {
  const { session, store, network, label } = wiring;
  let { skewMs } = wiring;
  const app = createRunningApp({ ...wiring, now: () => wiring.clock() + skewMs });
  const rounds = createRounds(app, network, { session, sender: label });
  const crash = (): void => {
    rounds.giveUp(null);
    app.reopen();
  };
  return {
    session,
    app: app.now,
    startRound: rounds.start,
    syncAlone: () => {
      rounds.start();
      for (let count = 0; count < 500 && rounds.isRunning(); count += 1) if (!network.deliverFrom(label)) return;
    },
    lastResult: rounds.last,
    save: (...intents) => {
      const lives = app.survives(() => app.now().save(intents));
      if (!lives) rounds.giveUp('failed');
      return lives;
    },
    crash,
    rollBack: () => {
      const before = app.now().state();
      if (!store.rollBack()) return;
      crash();
      wiring.onRollBack(before);
    },
    setClock: (ms) => {
      skewMs = ms;
    },
  };
};
