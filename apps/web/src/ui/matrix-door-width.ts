// Fewer doors share the width of the phone; more than five scroll, and then each may be as wide as a thumb likes.
const sharingRem = 2.8;
const scrollingRem = 3.6;
const widestRem = 7;
const paddingAndBorderRem = 0.9;

/** A digit is little more than half as wide as a Chinese character. */
const labelRem = (label: string): number => [...label].reduce((sum, letter) => sum + (letter < '\u2000' ? 0.6 : 1), 0);

/** The word under the label is three quarters as large and led by a sign as wide as a character. */
const wordRem = (word: string): number => (labelRem(word) + 1) * 0.75;

/** What is written on a door, as far as its width goes. */
export type DoorWords = { readonly label: string; readonly word: string };

/** The least width of a door, in rem: what stands on it stays on one line unless it is a whole landmark. */
export const matrixDoorWidthRem = (doors: readonly DoorWords[], doorsPerFloor: number): number => {
  const least = doorsPerFloor > 5 ? scrollingRem : sharingRem;
  const widths = doors.map(({ label, word }) => Math.max(labelRem(label), wordRem(word)) + paddingAndBorderRem);
  return Math.min(
    widestRem,
    widths.reduce((widest, width) => Math.max(widest, width), least),
  );
};
