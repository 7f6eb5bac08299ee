/** Says whether a text as it lies in a column, JSON too, may hold what is erased; a quick look before it is taken apart. */
export const mayHold = (stored: string, erase: (text: string) => string): boolean => {
  const spaced = stored.replace(/\\[nrt]/gu, ' ');
  return erase(spaced) !== spaced;
};
