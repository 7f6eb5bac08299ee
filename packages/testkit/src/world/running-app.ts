import type { LocalChange } from '@lianxin/sync/client';
import { createIds } from '../fakes/ids.ts';
import { type MemoryStore, PhoneDied } from '../fakes/memory-store.ts';
import { type MemoryPhone, openMemoryPhone, type StoredStep } from '../phone/memory-phone.ts';
import type { Session } from '../server/session.ts';
import type { PhoneSteps } from '../steps/phone-steps.ts';
import type { Exchange } from './exchange.ts';

/** Is what an app runs on. */
export interface AppWiring {
  readonly session: Session;
  readonly store: MemoryStore;
  readonly steps: PhoneSteps;
  readonly now: () => number;
  readonly seed: number;
  readonly label: string;
  readonly communityId: string;
  /** Hears of what is stored, with the answer that led to it; null for saving. */
  readonly onStored: (step: StoredStep, cause: Exchange | null) => void;
}

/** Is the app on a phone: always open, because whoever kills it opens it again. */
export interface RunningApp {
  readonly now: () => MemoryPhone;
  readonly reopen: () => void;
  readonly take: (exchange: Exchange) => LocalChange | null;
  /** Does something in which the phone may die; opens the app again when it did and says so. */
  readonly survives: (act: () => void) => boolean;
}

/** Opens the app for the first time. */
export const createRunningApp = (wiring: AppWiring): RunningApp => {
  const newId = createIds(wiring.seed, wiring.label);
  let cause: Exchange | null = null;
  const open = (): MemoryPhone =>
    openMemoryPhone({
      ...wiring,
      author: wiring.session,
      newId,
      onStored: (step) => wiring.onStored(step, cause),
    });
  let app = open();
  return {
    now: () => app,
    reopen: () => {
      app = open();
    },
    take: (exchange) => {
      cause = exchange;
      try {
        return app.take(exchange.spoken);
      } finally {
        cause = null;
      }
    },
    survives: (act) => {
      try {
        act();
        return true;
      } catch (thrown) {
        if (!(thrown instanceof PhoneDied)) throw thrown;
        app = open();
        return false;
      }
    },
  };
};
