import type { OutboxEntry } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
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
  watch: (play) => {
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
        return (
          shownRows(promised, commit.phone, () => play.world.server.space().rows.values()) ?? olderRow(seen, commit)
        );
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
  // Put last: it is the newest.
  promised.delete(key);
  promised.set(key, { id: entry.id, cell, to: cell.to, acknowledgedRev: entry.acknowledgedRev });
};

const shownRows = (promised: ReadonlyMap<string, Promised>, phone: WorldPhone, serverRows: Rows): Complaint => {
  if (promised.size === 0) return null;
  const { view } = phone.app();
  const merges = [...view.all('regrouping'), ...serverRows()].filter(
    ({ table, fields }) => table === 'regrouping' && String(fields.kind).startsWith('merge'),
  );
  const all = [...promised];
  for (const [at, [key, { id, cell, to }]] of all.entries()) {
    const places = placesOf(merges, cell.id);
    if (all.slice(at + 1).some(([, later]) => isIn(merges, places, cell, later.cell))) continue;
    const shown = [...places].map((place) => view.row(cell.table, place));
    // Where it may stand by now and this phone sees nothing, it cannot be asked for.
    if (shown.some((row) => row === undefined)) continue;
    if (shown.every((row) => row?.fields[cell.field] !== to))
      return `${key} shows ${shown.map((row) => row?.fields[cell.field])}, not ${to} of ${id}`;
  }
  return null;
};

type Rows = () => Iterable<StoredRow>;

/** Lists the record and what it was merged into, now or before: an edit of it may stand in any of them, as the merge came before or after it. */
const placesOf = (merges: readonly StoredRow[], id: string): ReadonlySet<string> => {
  const places = new Set([id]);
  for (const at of places) {
    for (const { fields } of merges) if (fields.fromId === at) places.add(String(fields.intoId));
  }
  return places;
};

/** By now two records may be one, and of what one author wrote into both the later is shown. */
const isIn = (merges: readonly StoredRow[], places: ReadonlySet<string>, one: EditedCell, other: EditedCell): boolean =>
  one.table === other.table &&
  one.field === other.field &&
  [...placesOf(merges, other.id)].some((place) => places.has(place));

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
