/** Is anything that survives a trip over the wire as JSON unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The deepest nesting of JSON that is accepted: records need three levels, and a walk over hostile depth would end in a stack overflow. */
export const maxJsonDepth = 32;

/** Says whether a value is JSON: only plain data, finite numbers, and not nested deeper than `maxJsonDepth`. */
export const isJson = (value: unknown, depth: number = maxJsonDepth): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth - 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => isJson(item, depth - 1));
};

/** Says whether two JSON values are equal by content; the order of object keys does not matter. */
export const isSameJson = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return canonicalJson(a) === canonicalJson(b);
};

/** Writes JSON with sorted keys, so that equal values give equal text. */
export const canonicalJson = (value: Json): string => {
  if (isJsonList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
};

const isJsonList = (value: Json): value is readonly Json[] => Array.isArray(value);
