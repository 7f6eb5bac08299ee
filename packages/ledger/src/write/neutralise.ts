/** Text that a spreadsheet might run when somebody edits the cell or saves the sheet as CSV, full-width forms included. */
const looksLikeFormula = /^'*[=+\-@＝＋－＠\t\r\n]/u;

/**
 * Makes a text safe to put into a cell: an apostrophe before formula-looking text, nothing that XML cannot carry.
 * Reading takes exactly this one apostrophe off again, so a round trip gives the same text.
 */
export const neutralise = (text: string): string => {
  const clean = text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '');
  return looksLikeFormula.test(clean) ? `'${clean}` : clean;
};
