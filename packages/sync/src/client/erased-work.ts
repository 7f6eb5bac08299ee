import type { Json } from '@lianxin/domain';
import { erasedArgs, isErased } from '../merge/index.ts';
import { erasedImages, withImages } from './erased-images.ts';
import type { LocalChange, LocalState } from './local-state.ts';
import { isAboutKnownErased, personEraser, type Said } from './person-eraser.ts';
import type { RowView } from './row-index.ts';

interface Entry {
  readonly name: string;
  readonly args: unknown;
}

/** Tells how a mutation stays. */
type Erase = (entry: Entry) => Json;

/**
 * Takes out of what a phone keeps beside its rows what the server has erased from them. Work about an erased person is forgotten; elsewhere their values
 * go, as far as this phone knew them or the new images show where something stood. What is not acknowledged stays: the server refuses it, and it goes then.
 */
export const forgetErased = (state: LocalState, rows: RowView, change: LocalChange): LocalChange => {
  const leaving = new Set(change.removeOutbox);
  const sent = state.outbox.filter((entry) => entry.acknowledgedRev !== null && !leaving.has(entry.n));
  if (sent.length + state.kept.length + state.attention.length + change.putKept.length === 0) return change;
  const erasing = change.putRows.filter(isErased).map(({ id }) => personEraser(rows, id));
  const images = erasedImages(change.putRows);
  const isKnown = (entry: Entry): boolean => isAboutKnownErased(rows, saidBy(entry));
  if (erasing.length + images.size === 0 && !change.putKept.some(isKnown)) return change;
  const erase: Erase = (entry) => {
    const { name, args } = saidBy(entry);
    const left = erasing.reduce((said: Json, one) => one({ name, args: said }), args);
    return left === erasedArgs || isKnown(entry) ? erasedArgs : withImages(left, images);
  };
  const gone = new Set(change.removeKept);
  const kept = split(
    state.kept.filter(({ id }) => !gone.has(id)),
    erase,
  );
  const attention = split(state.attention, erase);
  const settled = change.putKept.map((entry) => ({ ...entry, args: erase(entry) }));
  return {
    ...change,
    putKept: [...settled.filter(({ args }) => args !== erasedArgs), ...kept.changed],
    removeKept: [...change.removeKept, ...kept.forgotten],
    putAttention: [...change.putAttention, ...attention.changed],
    removeAttention: [...change.removeAttention, ...attention.forgotten],
    // Its number must still be seen to arrive; its words need not stay for that.
    putOutbox: [...change.putOutbox, ...sent.flatMap((entry) => changedTo(entry, erase(entry)))],
  };
};

const split = <E extends Entry & { readonly id: string }>(entries: readonly E[], erase: Erase) => {
  const after = entries.map((entry) => ({ entry, args: erase(entry) }));
  return {
    forgotten: after.flatMap(({ entry, args }) => (args === erasedArgs ? [entry.id] : [])),
    changed: after.flatMap(({ entry, args }) => (args === erasedArgs ? [] : changedTo(entry, args))),
  };
};

const changedTo = <E extends Entry>(entry: E, args: Json): readonly E[] =>
  JSON.stringify(args) === JSON.stringify(entry.args) ? [] : [{ ...entry, args }];

/** The arguments were JSON when they were staged; a copy through JSON keeps that true for the compiler. */
const saidBy = ({ name, args }: Entry): Said => ({ name, args: JSON.parse(JSON.stringify(args)) });
