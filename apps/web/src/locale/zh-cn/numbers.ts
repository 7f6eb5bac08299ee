const grouped = new Intl.NumberFormat('zh-CN');

/** 1325 -> 1,325. */
export const count = (value: number): string => grouped.format(value);

/** 0.96 -> 96.0 %, as ledgers print it. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
