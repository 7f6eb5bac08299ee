import { create } from 'zustand';
import { type ImportDecisions, nothingDecided } from './import-decisions.ts';

// Kept in memory only: what is decided about real people has no business in the browser's storage.
const useDecisionsById = create<Readonly<Record<string, ImportDecisions>>>(() => ({}));

export interface DecisionsInHand {
  readonly decisions: ImportDecisions;
  readonly decide: (changes: Partial<ImportDecisions>) => void;
}

/** Keeps what was decided about an import while its administrator looks elsewhere at the desk. */
export const useImportDecisions = (id: string): DecisionsInHand => ({
  decisions: useDecisionsById((byId) => byId[id] ?? nothingDecided),
  decide: (changes) => useDecisionsById.setState((byId) => ({ [id]: { ...(byId[id] ?? nothingDecided), ...changes } })),
});
