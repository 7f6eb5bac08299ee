import type { VisitSection } from './visit-section.ts';

/** What turned out different, as field edits. */
export const changesSection: VisitSection = { name: 'changes', Section: () => null, toIntents: () => [] };
