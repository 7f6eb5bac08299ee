import type * as zhCn from '../zh-cn/numbers.ts';

const grouped = new Intl.NumberFormat('en');

/** 1325 -> 1,325. */
export const count: typeof zhCn.count = (value) => grouped.format(value);

/** 0.96 -> 96.0%. */
export const percent: typeof zhCn.percent = (share) => `${(share * 100).toFixed(1)}%`;

/** Counts things by name: 1 record, 12 records. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;
