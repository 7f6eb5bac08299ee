import type { VisitSection } from './visit-section.ts';

/** The question sets that are asked here. */
export const questionsSection: VisitSection = { name: 'questions', Section: () => null, toIntents: () => [] };
