// Fewer doors share the width of the phone; more than five scroll, and then each may be as wide as a thumb likes.
const sharingRem = 2.8;
const scrollingRem = 3.6;
const widestRem = 7;
const paddingAndBorderRem = 0.9;

/** A digit is little more than half as wide as a Chinese character. */
const labelRem = (label: string): number => [...label].reduce((sum, letter) => sum + (letter < '\u2000' ? 0.6 : 1), 0);

/** The least width of a door, in rem: what stands on it stays on one line unless it is a whole landmark. */
export const matrixDoorWidthRem = (labels: readonly string[], doorsPerFloor: number): number => {
  const least = doorsPerFloor > 5 ? scrollingRem : sharingRem;
  const widest = labels.reduce((width, label) => Math.max(width, labelRem(label) + paddingAndBorderRem), least);
  return Math.min(widestRem, widest);
};
