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
  type RoundResult,
  type RowIndex,
  type RowView,
  rebase,
  runRound,
  showChange,
  stageMutations,
  type Transport,
  takePage,
  takePushAnswer,
} from '@lianxin/sync/client';
import type { MemoryStore } from '../fakes/memory-store.ts';
import type { LateAnswer } from '../fakes/network.ts';

/** Is what a phone needs from outside. */
export interface PhonePorts {
  readonly store: MemoryStore;
  readonly communityId: string;
  readonly author: PreviewAuthor;
  readonly transport: Transport;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** Tells how a round ended; `failed` when the network or the phone died under it. */
export type PhoneRoundResult = RoundResult | 'failed';

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
  /** Says whether a commit failed under the app, so that only its store knows what is true. */
  readonly isDead: () => boolean;
  /** Saves intents durably; resolves after the commit, throws when the phone dies in it. */
  readonly save: (intents: readonly Intent[]) => Promise<Result<readonly string[], MutationTooLarge>>;
  readonly round: () => Promise<PhoneRoundResult>;
  /** Takes an answer that arrives outside its round. */
  readonly take: (late: LateAnswer['answer']) => Promise<void>;
}

interface Memory {
  state: LocalState;
  readonly confirmed: RowIndex;
  readonly pending: RowIndex;
  isDead: boolean;
}

/** Opens the app on what its store holds; opening again on the same store is a restart after a crash. */
export const openMemoryPhone = async (ports: PhonePorts): Promise<MemoryPhone> => {
  const { store, author } = ports;
  const loaded = await store.load(ports.communityId);
  const memory: Memory = {
    state: loaded ?? { meta: emptyMeta(ports.communityId, ports.newId()), outbox: [], attention: [], kept: [] },
    confirmed: createRowIndex(),
    pending: createRowIndex(),
    isDead: false,
  };
  for (const row of loaded?.rows ?? []) memory.confirmed.put(row);
  rebase(memory.confirmed, memory.pending, memory.state.outbox, author);
  const update = writerOf(ports, memory);
  const state = (): LocalState => memory.state;
  return {
    author,
    store,
    view: overlayView(memory.confirmed, memory.pending),
    confirmed: memory.confirmed,
    pending: memory.pending,
    state,
    isDead: () => memory.isDead,
    save: (intents) => save({ ports, state, update }, intents),
    round: async () => {
      try {
        return await runRound({ ...ports, state, rows: () => memory.confirmed, update });
      } catch {
        return 'failed';
      }
    },
    take: async (late) => {
      const local = { now: ports.now(), newReplicaId: ports.newId() };
      await update(() =>
        late.type === 'push'
          ? takePushAnswer(memory.state, late.answer, local)
          : takePage(memory.state, memory.confirmed, late.answer, local),
      );
    },
  };
};

type Update = (plan: () => LocalChange | null) => Promise<LocalChange | null>;

/** Lets one writer at a time plan against the newest state; a phone whose commit failed is dead until it is opened again. */
const writerOf = ({ store, author }: PhonePorts, memory: Memory): Update => {
  let queue: Promise<unknown> = Promise.resolve();
  const write = async (plan: () => LocalChange | null): Promise<LocalChange | null> => {
    const change = plan();
    if (change === null) return null;
    memory.isDead = true;
    if ((await store.commit(change)) === 'stale') throw new Error('another app on the same store has written');
    memory.isDead = false;
    const before = memory.state;
    memory.state = applyChange(before, change);
    showChange(memory, { before, change, after: memory.state }, author);
    return change;
  };
  return (plan) => {
    const next = queue.then(() => write(plan));
    queue = next.catch(() => undefined);
    return next;
  };
};

const save = async (
  { ports, state, update }: { readonly ports: PhonePorts; readonly state: () => LocalState; readonly update: Update },
  intents: readonly Intent[],
): Promise<Result<readonly string[], MutationTooLarge>> => {
  let failure: MutationTooLarge | null = null;
  const change = await update(() => {
    const staged = stageMutations(state(), intents, { newId: ports.newId, at: ports.now() });
    if (staged.ok) return staged.value;
    failure = staged.error;
    return null;
  });
  if (failure !== null) return { ok: false, error: failure };
  return { ok: true, value: (change?.putOutbox ?? []).map((entry) => entry.id) };
};
