/** Text that a spreadsheet might run when somebody edits the cell or saves the sheet as CSV, full-width forms included. */
const looksLikeFormula = /^'*[=+\-@＝＋－＠\t\r\n]/u;

const suspiciousStarts = "'=+-@＝＋－＠";

/**
 * Makes a text safe to put into a cell: an apostrophe before formula-looking text, nothing that XML cannot carry.
 * Reading takes exactly this one apostrophe off again, so a round trip gives the same text.
 */
export const neutralise = (text: string): string => {
  if (isPlain(text)) return text;
  const clean = text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '');
  return looksLikeFormula.test(clean) ? `'${clean}` : clean;
};

/** Nearly every cell of a long export is plain; looking at its characters is much cheaper than two expressions. */
const isPlain = (text: string): boolean => {
  if (suspiciousStarts.includes(text.charAt(0))) return false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0xd800 && unit <= 0xdfff)) return false;
  }
  return true;
};
