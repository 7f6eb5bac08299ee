import { editCell, type Intent, seenRev } from '@lianxin/sync/client';
import { editedCell } from './edited-cell.ts';
import { choose, type Hand, type Maker, type Typed, textOf } from './hand.ts';

/** What the server's rule breaks over, in a world that says so. */
export const poison = '毒';

/** Writes what the server's rule breaks over. */
export const writePoison: Maker = (hand) => {
  const row = choose(hand, 'household');
  if (row === undefined) return null;
  const value = `${poison}${hand.newValue()}`;
  const edits = [editCell(row, 'note', value)];
  const intent: Intent = { name: 'record.edit', args: { table: 'household', id: row.id, edits } };
  return { intent, typed: [{ value, saw: textOf(row, 'note') }] };
};

/** Decides about held work as its page does: what stands in the record now is on the screen beside it. */
export const decideHeld: Maker = (hand) => {
  const held = choose(hand, 'heldWork', (row) => row.fields.state === 'open');
  if (held === undefined) return null;
  const state = hand.pick % 3 === 0 ? 'dropped' : 'taken';
  const mutation = { name: textOf(held, 'mutationName') ?? '', args: held.fields.args };
  const cell = editedCell(mutation);
  const row = cell === null ? undefined : hand.phone.view.row(cell.table, cell.id);
  const seen = cell === null ? {} : { seen: row === undefined ? 0 : seenRev(row, cell.field) };
  const intent: Intent = { name: 'held.decide', args: { heldId: held.id, state, ...seen } };
  if (state === 'dropped' || cell === null) return { intent, typed: sawByAuthor(hand, mutation.args) };
  const saw = row === undefined ? null : textOf(row, cell.field);
  return { intent, typed: [{ value: typeof cell.to === 'string' ? cell.to : '', saw }] };
};

/** What the author of held work had read before they wrote it counts for whoever takes it over. */
const sawByAuthor = (hand: Hand, args: unknown): readonly Typed[] => {
  const { seenAnswer, visit: carried } = objectOf(args);
  const { voidOf } = objectOf(objectOf(carried).fields);
  const taken = typeof voidOf === 'string' ? hand.phone.view.rowsBy('need', 'raisedByVisitId', voidOf) : [];
  const saw = [seenAnswer, ...taken.map((need) => textOf(need, 'detail'))];
  return saw.map((value) => ({ value: '', saw: typeof value === 'string' ? value : null }));
};

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
