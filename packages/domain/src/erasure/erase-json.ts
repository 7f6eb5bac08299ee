import type { Json } from '../kernel/json.ts';

/** Erases from every text of a JSON value; ids stay what they are, and the same value comes back when nothing was found. */
export const eraseJson = (value: Json, erase: (text: string) => string): Json => {
  if (typeof value === 'string') return erase(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) {
    const items = value.map((item) => eraseJson(item, erase));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const pairs = Object.entries(value).map(([key, item]) => [key, isId(key) ? item : eraseJson(item, erase)] as const);
  return pairs.some(([key, item]) => item !== value[key]) ? Object.fromEntries(pairs) : value;
};

/** Lists every text of a JSON value, ids too. */
export const textsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isId = (key: string): boolean => key === 'id' || key === 'on' || key.endsWith('Id') || key.endsWith('Of');
