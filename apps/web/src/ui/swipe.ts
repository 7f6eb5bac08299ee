/** A place on the screen, in CSS pixels. */
export type ScreenPoint = { readonly x: number; readonly y: number };

/** Phones take swipes from the edge as their own way back. */
const edge = 24;
const leastDistance = 56;
/** How much wider than high: a scroll that leans to one side is still a scroll. */
const leastSlope = 2;

/** Tells what a thumb meant that went from one point to another: the next thing to the left, the one before to the right, or nothing. */
export const readSwipe = (from: ScreenPoint, to: ScreenPoint, width: number): 'next' | 'previous' | null => {
  if (from.x < edge || from.x > width - edge) return null;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) < leastDistance || Math.abs(dx) < leastSlope * Math.abs(dy)) return null;
  return dx < 0 ? 'next' : 'previous';
};
