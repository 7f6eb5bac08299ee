/** Is what a phone cell amounts to. */
export type WrittenPhone =
  | { readonly kind: 'none' }
  | { readonly kind: 'sameAsAbove' }
  | { readonly kind: 'phone'; readonly phone: string; readonly rest: string }
  | { readonly kind: 'unclear' };

const sameAsAbove = /^(同上|同户主|同前|同左|同本人|同妻|同夫|〃|″|"|''|＂)$/u;
const wordsForNone = /^(无|没有|不详|未知|暂无|空号|[-—/\\、.]+)$/u;

/** A mobile number, or a landline with or without its area code. */
const number = /(?<!\d)(?:\+?86)?(1\d{10}|0\d{2,3}-?\d{7,8}|[2-8]\d{6,7})(?!\d)/u;

/** Reads a phone cell: 同上 refers to the row above, of several numbers the first counts and the rest is kept as text. */
export const parseWrittenPhone = (written: string): WrittenPhone => {
  const text = written.normalize('NFKC').trim();
  if (text === '' || wordsForNone.test(text)) return { kind: 'none' };
  if (sameAsAbove.test(text)) return { kind: 'sameAsAbove' };
  // 138 1234 5678 and 138-1234-5678 are one number; other blanks separate two.
  const joined = text.replace(/(?<!\d)(1\d{2})[\s-](\d{4})[\s-](\d{4})(?!\d)/gu, '$1$2$3').replace(/\.0$/u, '');
  const found = number.exec(joined);
  if (found === null) return { kind: 'unclear' };
  const rest = joined.replace(found[0], '').replace(/^[\s,，、;；/|]+|[\s,，、;；/|]+$/gu, '');
  return { kind: 'phone', phone: found[1] ?? '', rest };
};
