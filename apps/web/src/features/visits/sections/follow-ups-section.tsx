import type { VisitSection } from './visit-section.ts';

/** Open needs that are due here. */
export const followUpsSection: VisitSection = { name: 'follow-ups', Section: () => null, toIntents: () => [] };
