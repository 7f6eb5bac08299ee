import { cellFields, specOf } from '@lianxin/domain';
import type { PullAnswer, SegmentsAnswer } from '@lianxin/protocol';
import {
  emptyChange,
  type Intent,
  type KeptEntry,
  type LocalChange,
  type LocalState,
  type OutboxEntry,
  type RowView,
} from '@lianxin/sync/client';
import type { PhoneSteps } from '../steps/phone-steps.ts';

type Wrap = (real: PhoneSteps) => Partial<PhoneSteps>;

/** Maps each mechanism of a phone's steps to the steps without it. */
export const phoneAblations = {
  /** The cursor and the rows of a page are written one after the other. */
  cursorBeforeRows: (real) => ({
    transactions: (change) => real.transactions(change).flatMap(cursorFirst),
  }),
  /** An edit writes every value of the row on screen. */
  wholeRowPut: (real) => ({
    stage: (state, view, intents, stamp) =>
      real.stage(
        state,
        view,
        intents.map((intent) => wholeRow(view, intent)),
        stamp,
      ),
  }),
  /** What leaves the phone with a bucket takes unsent work along. */
  purgeKillsOutbox: (real) => ({
    takePage: (state, rows, answer, local) => {
      const change = real.takePage(state, rows, answer, local);
      if (change === null || change.clearRows || answer.drop.length === 0) return change;
      return { ...change, removeOutbox: state.outbox.map((entry) => entry.n) };
    },
  }),
  /** What is no longer granted stays on the phone. */
  keepsDropped: (real) => ({
    takePage: (state, rows, answer, local) => {
      const change = real.takePage(state, rows, answer, local);
      return change === null || answer.drop.length === 0 ? change : { ...change, removeRows: [] };
    },
  }),
  /** An acknowledged mutation leaves the outbox at once. */
  dropOutboxOnAck: (real) => ({
    takePushAnswer: (state, answer, local) => {
      const change = real.takePushAnswer(state, answer, local);
      if (change === null || answer.stop !== null) return change;
      return withoutAcknowledged(
        change,
        change.putOutbox.filter((entry) => entry.acknowledgedRev !== null),
      );
    },
  }),
  /** An acknowledged mutation leaves the outbox when the cursors have passed its rev, checkpoint or not. */
  settleAtCursor: (real) => ({
    takePage: (state, rows, answer, local) => {
      const change = real.takePage(state, rows, answer, local);
      if (change === null || change.clearRows) return change;
      const reached = Math.max(0, ...Object.values(change.meta.have));
      return withoutAcknowledged(change, passed(state, reached));
    },
  }),
  /** A page is taken wherever it starts. */
  noFromCheck: (real) => ({
    takePage: (state, rows, answer, local) => real.takePage(state, rows, startingHere(state, answer), local),
  }),
  /** An answer need not speak of every bucket that the phone holds. */
  noAllCheck: (real) => ({
    takePage: (state, rows, answer, local) => real.takePage(state, rows, speakingOfAll(state, answer), local),
  }),
  /** An edit names the rev of the row, also where the author's own pending value lay over it. */
  rowRevAsSeen: (real) => ({
    stage: (state, view, intents, stamp) =>
      real.stage(
        state,
        view,
        intents.map((intent) => seeingRow(view, intent)),
        stamp,
      ),
  }),
  /** A step of a need does not say which answer was on the screen. */
  answerUnread: (real) => ({
    stage: (state, view, intents, stamp) => real.stage(state, view, intents.map(withoutAnswer), stamp),
  }),
  /** Nothing is kept after it was acknowledged. */
  noRetention: (real) => ({
    takePushAnswer: (state, answer, local) => forgetful(real.takePushAnswer(state, answer, local)),
    takePage: (state, rows, answer, local) => forgetful(real.takePage(state, rows, answer, local)),
  }),
  /** What is offered to another history goes in any order. */
  offersAnyhow: (real) => ({
    takePushAnswer: (state, answer, local) => backwards(real.takePushAnswer(state, answer, local)),
    takePage: (state, rows, answer, local) => backwards(real.takePage(state, rows, answer, local)),
  }),
  /** An answer to a former replica id is taken for one to this. */
  acceptOldRidAcks: (real) => ({
    takePushAnswer: (state, answer, local) =>
      real.takePushAnswer(state, { ...answer, replicaId: state.meta.replicaId }, local),
  }),
  /** A hole in the numbers is no reason for a new replica id. */
  noGapRenumber: (real) => ({
    takePushAnswer: (state, answer, local) =>
      real.takePushAnswer(state, answer.stop === 'gap' ? { ...answer, stop: null } : answer, local),
  }),
  /** A phone counts itself complete when the pages have ended, whatever is to come in segments. */
  checkpointBeforeSegments: (real) => ({
    takePage: (state, rows, answer, local) => {
      const change = real.takePage(state, rows, answer, local);
      if (change === null || change.clearRows || !answer.checkpoint) return change;
      return { ...change, meta: { ...change.meta, checkpoint: answer.top, segments: {} } };
    },
  }),
  /** Whatever comes when a segment is waited for is taken for it. */
  takesAnySegment: (real) => ({
    takeSegments: (state, rows, answer) => real.takeSegments(state, rows, relabelled(state, answer)),
  }),
  /** Nobody counts whether the rows add up. */
  noDigestCheck: (real) => ({
    takePage: (state, rows, answer, local) => {
      const buckets = answer.buckets.map((page) => ({ ...page, digest: null }));
      return real.takePage(state, rows, { ...answer, buckets }, local);
    },
  }),
} as const satisfies Record<string, Wrap>;

const cursorFirst = (change: LocalChange): readonly LocalChange[] => {
  if (change.putRows.length + change.removeRows.length === 0) return [change];
  const { meta } = change;
  return [
    { ...change, putRows: [], removeRows: [] },
    {
      ...emptyChange(meta),
      putRows: change.putRows,
      removeRows: change.removeRows,
    },
  ];
};

const wholeRow = (view: RowView, intent: Intent): Intent => {
  if (intent.name !== 'record.edit') return intent;
  const { table, id, edits } = intent.args;
  const row = view.row(table, id);
  if (row === undefined) return intent;
  const typed = new Map(edits.map((edit) => [edit.field, edit.to]));
  const all = cellFields(specOf(table)).map((field) => ({
    field,
    to: typed.get(field) ?? row.fields[field] ?? null,
    on: null,
    seen: Number.MAX_SAFE_INTEGER,
  }));
  return { name: 'record.edit', args: { table, id, edits: all } };
};

const seeingRow = (view: RowView, intent: Intent): Intent => {
  if (intent.name !== 'record.edit') return intent;
  const { table, id, edits } = intent.args;
  const seen = view.row(table, id)?.rev ?? 0;
  return { name: 'record.edit', args: { table, id, edits: edits.map((edit) => ({ ...edit, seen })) } };
};

const withoutAnswer = (intent: Intent): Intent => {
  if (intent.name !== 'need.advance') return intent;
  const { seenAnswer: _, ...args } = intent.args;
  return { name: 'need.advance', args };
};

const speakingOfAll = (state: LocalState, answer: PullAnswer): PullAnswer => {
  const told = new Set([...answer.buckets.map((page) => page.bucket), ...answer.drop]);
  const untold = Object.entries(state.meta.have).filter(([bucket]) => !told.has(bucket));
  const pages = untold.map(([bucket, at]) => ({
    bucket,
    from: at,
    to: at,
    end: true,
    remaining: 0,
    digest: null,
    rows: [],
  }));
  return { ...answer, buckets: [...answer.buckets, ...pages] };
};

const relabelled = ({ meta }: LocalState, { found }: SegmentsAnswer): SegmentsAnswer => ({
  found: found.map(({ hash, segment }) => ({ segment, hash: meta.segments[segment.bucket]?.[0]?.hash ?? hash })),
});

const passed = (state: LocalState, rev: number): LocalState['outbox'] =>
  state.outbox.filter((entry) => entry.acknowledgedRev !== null && entry.acknowledgedRev <= rev);

const withoutAcknowledged = (change: LocalChange, entries: LocalState['outbox']): LocalChange => {
  const gone = new Set(entries.map((entry) => entry.n));
  return {
    ...change,
    putOutbox: change.putOutbox.filter((entry) => !gone.has(entry.n)),
    removeOutbox: [...new Set([...change.removeOutbox, ...gone])],
    putKept: [...change.putKept, ...entries.map(toKept).filter((entry) => entry.rev > change.meta.safe)],
  };
};

const toKept = ({ n: _n, acknowledgedRev, ...entry }: OutboxEntry): KeptEntry => ({
  ...entry,
  rev: acknowledgedRev ?? 0,
});

const startingHere = (state: LocalState, answer: PullAnswer): PullAnswer => ({
  ...answer,
  top: Math.max(answer.top, state.meta.checkpoint),
  buckets: answer.buckets.map((page) => ({ ...page, from: state.meta.have[page.bucket] ?? 0 })),
});

const backwards = (change: LocalChange | null): LocalChange | null =>
  change?.clearRows !== true
    ? change
    : { ...change, putOutbox: change.putOutbox.map((entry, index, all) => ({ ...entry, n: all.length - index })) };

const forgetful = (change: LocalChange | null): LocalChange | null =>
  change === null ? null : { ...change, putKept: [] };
