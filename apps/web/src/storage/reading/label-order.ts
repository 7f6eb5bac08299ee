const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Orders labels as people count them: 2号楼 before 10号楼, 101 before 1001. */
export const byLabel = (a: string, b: string): number => collator.compare(a, b);

/** Orders by a number where there is one; what has none comes last. */
export const byNumber = (a: number | null, b: number | null): number =>
  (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);

/** Orders by code units, which is the order of days and of everything written YYYY-MM-DD. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
