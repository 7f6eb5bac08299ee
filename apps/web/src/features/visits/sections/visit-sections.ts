import { changesSection } from './changes-section.tsx';
import { followUpsSection } from './follow-ups-section.tsx';
import { photosSection } from './photos-section.tsx';
import { questionsSection } from './questions-section.tsx';
import type { VisitSection } from './visit-section.ts';

/** Lists the parts of the visit sheet below what is known, in their order. */
export const visitSections: readonly VisitSection[] = [
  changesSection,
  followUpsSection,
  questionsSection,
  photosSection,
];
