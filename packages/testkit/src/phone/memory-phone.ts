import type { Instant, Result } from '@lianxin/domain';
import {
  applyChange,
  createRowIndex,
  emptyMeta,
  type Intent,
  type LocalChange,
  type LocalState,
  type MutationTooLarge,
  overlayView,
  type PreviewAuthor,
  type RowIndex,
  type RowView,
  rebase,
  type StepLocal,
  showChange,
} from '@lianxin/sync/client';
import type { MemoryStore } from '../fakes/memory-store.ts';
import type { PhoneSteps } from '../steps/phone-steps.ts';
import type { Spoken } from '../world/exchange.ts';

/** Is what a phone needs from outside. */
export interface PhonePorts {
  readonly store: MemoryStore;
  readonly communityId: string;
  readonly author: PreviewAuthor;
  readonly steps: PhoneSteps;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Hears of every change that lies in the store; `died` when the app did not live to show it. */
  readonly onStored: (step: StoredStep) => void;
}

/** Is one change that lies in the store, with the states around it. */
export interface StoredStep {
  readonly before: LocalState;
  readonly change: LocalChange;
  readonly after: LocalState;
  readonly died: boolean;
}

/** Is one running app on a phone: confirmed rows and pending work in memory, every write through its store first. */
export interface MemoryPhone {
  readonly author: PreviewAuthor;
  readonly store: MemoryStore;
  /** Rows as a person sees them. */
  readonly view: RowView;
  /** Rows as the server last said. */
  readonly confirmed: RowView;
  /** Rows that pending work lays over the confirmed ones. */
  readonly pending: RowView;
  readonly state: () => LocalState;
  /** Saves intents durably; throws when the phone dies in it. */
  readonly save: (intents: readonly Intent[]) => Result<readonly string[], MutationTooLarge>;
  /** Takes an answer, durably; null when it is ignored. Throws when the phone dies in it. */
  readonly take: (spoken: Spoken) => LocalChange | null;
}

interface Memory {
  state: LocalState;
  readonly confirmed: RowIndex;
  readonly pending: RowIndex;
}

/** Opens the app on what its store holds; opening again on the same store is a restart after a crash. */
export const openMemoryPhone = (ports: PhonePorts): MemoryPhone => {
  const { store, author, steps } = ports;
  const loaded = store.loadNow();
  const memory: Memory = {
    state: loaded ?? { meta: emptyMeta(ports.communityId, ports.newId()), outbox: [], attention: [], kept: [] },
    confirmed: createRowIndex(),
    pending: createRowIndex(),
  };
  for (const row of loaded?.rows ?? []) memory.confirmed.put(row);
  rebase(memory.confirmed, memory.pending, memory.state.outbox, author);
  const view = overlayView(memory.confirmed, memory.pending);
  const write = (change: LocalChange | null): void => {
    if (change !== null) for (const part of steps.transactions(change)) storeOne(ports, memory, part);
  };
  return {
    author,
    store,
    view,
    confirmed: memory.confirmed,
    pending: memory.pending,
    state: () => memory.state,
    save: (intents) => {
      const staged = steps.stage(memory.state, view, intents, { newId: ports.newId, at: ports.now() });
      if (!staged.ok) return staged;
      write(staged.value);
      return { ok: true, value: staged.value.putOutbox.map((entry) => entry.id) };
    },
    take: (spoken) => {
      const local = { now: ports.now(), newReplicaId: ports.newId() };
      const change = planFor(steps, memory, { spoken, local });
      write(change);
      return change;
    },
  };
};

const planFor = (
  steps: PhoneSteps,
  { state, confirmed }: Memory,
  { spoken, local }: { readonly spoken: Spoken; readonly local: StepLocal },
): LocalChange | null => {
  if (spoken.type === 'push') return steps.takePushAnswer(state, spoken.answer, local);
  if (spoken.type === 'pull') return steps.takePage(state, confirmed, spoken.answer, local);
  return steps.takeSegments(state, confirmed, spoken.answer);
};

const storeOne = ({ store, author, onStored }: PhonePorts, memory: Memory, change: LocalChange): void => {
  const before = memory.state;
  const after = applyChange(before, change);
  try {
    if (store.commitNow(change) === 'stale') throw new Error('another app on the same store has written');
  } catch (cause) {
    const isWritten = store.version() === change.meta.version;
    if (isWritten) onStored({ before, change, after, died: true });
    throw cause;
  }
  memory.state = after;
  showChange(memory, { before, change, after }, author);
  onStored({ before, change, after, died: false });
};
