/** Reads a number while it is being typed: null for an empty field, undefined for what cannot become a number. */
export const parseTypedNumber = (typed: string, decimals: number): number | null | undefined => {
  const text = typed.normalize('NFKC').trim().replace('。', '.');
  if (text === '') return null;
  const pattern = decimals === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{0,${decimals}})?$`);
  return pattern.test(text) ? Number(text) : undefined;
};
