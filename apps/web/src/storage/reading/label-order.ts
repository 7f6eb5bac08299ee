const collator = new Intl.Collator('zh-CN', { numeric: true });

const numerals = '〇一二三四五六七八九';

/** Turns Chinese numerals below a hundred into digits, so that 十二组 counts as 12. */
const withDigits = (label: string): string =>
  label
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones))),
    )
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(numerals.indexOf(digit)));

/** Orders labels as people count them: 2号楼 before 10号楼, 101 before 1001, 二组 before 三组 and 十一组. */
export const byLabel = (a: string, b: string): number => collator.compare(withDigits(a), withDigits(b));

/** Orders by a number where there is one; what has none comes last. */
export const byNumber = (a: number | null, b: number | null): number =>
  (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);

/** Orders by code units, which is the order of days and of everything written YYYY-MM-DD. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
