import {
  applyChange,
  createRowIndex,
  emptyChange,
  emptyMeta,
  type Intent,
  type LocalChange,
  type LocalState,
  type LocalStore,
  overlayView,
  type PreviewAuthor,
  type RowView,
  rebase,
  showChange,
  stageMutations,
} from '@lianxin/sync/client';
import { StorageFailure, type StorageFailureKind } from './storage-failure.ts';

/** Is what the register needs from the phone. */
export interface RegisterPorts {
  readonly store: LocalStore;
  readonly communityId: string;
  readonly author: PreviewAuthor;
  readonly now: () => number;
  readonly newId: () => string;
  /** Tells other tabs that something was committed. */
  readonly announce: () => void;
}

/** Tells how saving ended: `saved` only after the strict transaction is complete. */
export type SaveResult =
  | { readonly type: 'saved'; readonly mutationIds: readonly string[] }
  | { readonly type: 'tooLarge' }
  | { readonly type: 'storageFailed'; readonly kind: StorageFailureKind };

/** Is the opened register: confirmed rows and pending work of one community, in memory, with every write going through the store first. */
export interface Register {
  /** Rows as a person should see them: confirmed ones with the pending work laid over. */
  readonly view: RowView;
  /** Rows as the server last said. */
  readonly confirmed: RowView;
  readonly state: () => LocalState;
  /** Grows with every change, for memoised reading. */
  readonly revision: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  readonly save: (intents: readonly Intent[]) => Promise<SaveResult>;
  /** Plans against the newest state and commits, with no other writer of this tab between. */
  readonly update: (plan: () => LocalChange | null) => Promise<LocalChange | null>;
  /** Reads everything anew, after another tab has written. */
  readonly reload: () => Promise<void>;
  readonly dismiss: (attentionId: string) => Promise<void>;
}

/** Opens the register of one community from the phone's store. */
export const openRegister = async (ports: RegisterPorts): Promise<Register> => {
  const confirmed = createRowIndex();
  const pending = createRowIndex();
  const listeners = new Set<() => void>();
  let state: LocalState = { meta: emptyMeta(ports.communityId, ports.newId()), outbox: [], attention: [], kept: [] };
  let revision = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const tell = (): void => {
    revision += 1;
    for (const listener of listeners) listener();
  };
  const shown = createShownAtMost(tell, ports.now);
  const changed = (isBulk = false): void => (isBulk ? shown.later() : shown.now());

  const reload = async (): Promise<void> => {
    const loaded = await ports.store.load(ports.communityId);
    if (loaded === null) {
      // Emptied under our hands: going on would write a register without its beginning.
      if (state.meta.version > 0) throw new StorageFailure('closed', new Error('the database was emptied'));
      return;
    }
    const { rows, ...rest } = loaded;
    state = { ...rest, outbox: [...rest.outbox].sort((a, b) => a.n - b.n) };
    confirmed.clear();
    for (const row of rows) confirmed.put(row);
    rebase(confirmed, pending, state.outbox, ports.author);
    changed();
  };

  /** Writes first, shows afterwards. A stale tab reads the newest state and lets the caller plan again. */
  const write = async (plan: () => LocalChange | null): Promise<LocalChange | null> => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const change = plan();
      if (change === null) return null;
      if ((await ports.store.commit(change)) === 'committed') {
        show(change);
        return change;
      }
      await reload();
    }
    throw new Error('another tab kept writing; nothing was changed here');
  };

  const show = (change: LocalChange): void => {
    const before = state;
    state = applyChange(before, change);
    showChange({ confirmed, pending }, { before, change, after: state }, ports.author);
    ports.announce();
    changed(isBulk(before, change));
  };

  /** One writer at a time in this tab, so that numbers are taken in order. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };

  await reload();
  return {
    view: overlayView(confirmed, pending),
    confirmed,
    state: () => state,
    revision: () => revision,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: (intents) =>
      inTurn(async (): Promise<SaveResult> => {
        const stage = (): LocalChange | null => {
          const staged = stageMutations(state, intents, { newId: ports.newId, at: ports.now() });
          return staged.ok ? staged.value : null;
        };
        try {
          const change = await write(stage);
          return change === null
            ? { type: 'tooLarge' }
            : { type: 'saved', mutationIds: change.putOutbox.map((entry) => entry.id) };
        } catch (cause) {
          return { type: 'storageFailed', kind: StorageFailure.of(cause).kind };
        }
      }),
    update: (plan) => inTurn(() => write(plan)),
    reload: () => inTurn(reload),
    dismiss: (attentionId) =>
      inTurn(async () => {
        await write(() => ({ ...emptyChange(state.meta), removeAttention: [attentionId] }));
      }),
  };
};

/** The pages of a first pull come one after the other while somebody already works; a checkpoint, and whatever a person does, is shown at once. */
const isBulk = ({ meta }: LocalState, change: LocalChange): boolean =>
  change.putRows.length >= 500 && meta.usableAt !== null && change.meta.checkpoint === meta.checkpoint;

const pauseMs = 4_000;

/** Tells at once, or, where one telling follows the other, when there is a pause. */
const createShownAtMost = (tell: () => void, now: () => number) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tellNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    toldAt = now();
    tell();
  };
  return {
    now: tellNow,
    later: () => {
      timer ??= setTimeout(tellNow, Math.max(0, toldAt + pauseMs - now()));
    },
  };
};
