import type { KeptEntry, LocalState, OutboxEntry } from './local-state.ts';

/** Lists what is kept of acknowledged mutations: only what no backup of the server holds yet. */
export const keepUntilSafe = (
  acknowledged: readonly { readonly entry: OutboxEntry; readonly rev: number }[],
  safe: number,
): readonly KeptEntry[] =>
  acknowledged
    .filter(({ rev }) => rev > safe)
    .map(({ entry: { n: _n, acknowledgedRev: _rev, ...entry }, rev }) => ({ ...entry, rev }));

/** Lists the kept mutations that a verified backup holds by now. */
export const safelyBackedUp = (state: LocalState, safe: number): readonly string[] =>
  state.kept.filter((entry) => entry.rev <= safe).map((entry) => entry.id);

/** Tells the place of the next saved mutation among those this phone still holds. */
export const nextOrder = ({ outbox, kept }: LocalState): number =>
  1 + [...outbox, ...kept].reduce((highest, entry) => Math.max(highest, entry.order), 0);
