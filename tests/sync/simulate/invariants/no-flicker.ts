import type { OutboxEntry } from '@lianxin/sync/client';
import type { MemoryPhone, PhoneCommit, WorldPhone } from '@lianxin/testkit';
import { type EditedCell, editedCell } from '../../steps/edited-cell.ts';
import type { Complaint, Invariant } from '../invariant.ts';

/** Is a value that its author must go on seeing until a checkpoint holds it. */
interface Promised {
  readonly id: string;
  readonly cell: EditedCell;
  readonly to: unknown;
  acknowledgedRev: number | null;
}

/** Who saved a value sees it until the server's own rows hold it; a row never goes back to an older rev. */
export const noFlicker: Invariant = {
  name: 'I6 no flicker',
  watch: () => {
    const promises = new WeakMap<WorldPhone, Map<string, Promised>>();
    const revs = new WeakMap<MemoryPhone, Map<string, number>>();
    return {
      onRollBack: (phone) => promises.delete(phone),
      onCommit: (commit) => {
        const promised = promises.get(commit.phone) ?? new Map<string, Promised>();
        promises.set(commit.phone, promised);
        followHistory(promised, commit);
        follow(promised, commit);
        if (commit.died) return null;
        const app = commit.phone.app();
        const seen = revs.get(app) ?? new Map<string, number>();
        revs.set(app, seen);
        return shownRows(promised, commit) ?? olderRow(seen, commit);
      },
    };
  },
};

/** Another history of the server, or a copy of the phone, knows only what is offered again. */
const followHistory = (promised: Map<string, Promised>, { before, after }: PhoneCommit): void => {
  if (after.meta.epoch !== before.meta.epoch) promised.clear();
};

const follow = (promised: Map<string, Promised>, { before, change, after, cause }: PhoneCommit): void => {
  const known = new Set(before.meta.epoch === after.meta.epoch ? before.outbox.map((entry) => entry.id) : []);
  for (const entry of change.putOutbox) if (!known.has(entry.id)) promise(promised, entry);
  const now = new Map(after.outbox.map((entry) => [entry.id, entry]));
  const ended = new Set(change.putAttention.map((entry) => entry.id));
  const outcomes = cause?.spoken.type === 'push' ? cause.spoken.answer.outcomes : [];
  const revs = new Map(outcomes.map((outcome) => [outcome.id, outcome.rev]));
  for (const [cell, one] of promised) {
    const entry = now.get(one.id);
    one.acknowledgedRev =
      entry === undefined ? (one.acknowledgedRev ?? revs.get(one.id) ?? null) : entry.acknowledgedRev;
    const isSettled = one.acknowledgedRev !== null && one.acknowledgedRev <= after.meta.checkpoint;
    if (ended.has(one.id) || isSettled) promised.delete(cell);
  }
};

const promise = (promised: Map<string, Promised>, entry: OutboxEntry): void => {
  // Who decides between two versions may choose another value than their own.
  if (entry.name === 'conflict.decide') promised.clear();
  const cell = editedCell(entry);
  if (cell === null) return;
  const key = `${cell.table}/${cell.id} ${cell.field}`;
  promised.set(key, { id: entry.id, cell, to: cell.to, acknowledgedRev: entry.acknowledgedRev });
};

const shownRows = (promised: ReadonlyMap<string, Promised>, { phone }: PhoneCommit): Complaint => {
  const { view } = phone.app();
  for (const [key, { id, cell, to }] of promised) {
    const row = view.row(cell.table, cell.id);
    if (row !== undefined && row.fields[cell.field] !== to)
      return `${key} shows ${row.fields[cell.field]}, not ${to} of ${id}`;
  }
  return null;
};

const olderRow = (seen: Map<string, number>, { change }: PhoneCommit): Complaint => {
  if (change.clearRows) seen.clear();
  for (const row of change.removeRows) seen.delete(`${row.table}/${row.id}`);
  for (const row of change.putRows) {
    const key = `${row.table}/${row.id}`;
    if (row.rev < (seen.get(key) ?? 0)) return `${key} goes back from rev ${seen.get(key)} to ${row.rev}`;
    seen.set(key, row.rev);
  }
  return null;
};
