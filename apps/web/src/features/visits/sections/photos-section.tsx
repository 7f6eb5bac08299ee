import type { VisitSection } from './visit-section.ts';

/** Optional photos. */
export const photosSection: VisitSection = { name: 'photos', Section: () => null, toIntents: () => [] };
