/** Tells whether a text hides characters (张*, 1381234****, 410599××××); such a text never overwrites a whole one. */
export const isMasked = (text: string): boolean => /[*＊]|×{2,}|[xX]{3,}|[●■█]{2,}|[?？]{3,}/u.test(text);
