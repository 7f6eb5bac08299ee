import type { Notice } from './wish-board.ts';

/** The quiet line under a wish: where, when, what one has to know. */
export const wishDetails = ({ place, timeWindow, skill }: Notice): string =>
  [place, timeWindow, skill].filter(Boolean).join(' · ');
