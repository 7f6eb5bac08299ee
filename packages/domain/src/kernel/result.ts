/** Holds either a value or an expected failure that a person can act on; bugs throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a value as a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps an expected failure, a plain object with a `type`. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Throws when reached: a case that the types rule out happened, which is a bug. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable case: ${String(value)}`);
};

/** Throws with the message when the condition does not hold: a bug, never a user's mistake. */
export const assert: (condition: unknown, message: string) => asserts condition = (condition, message) => {
  if (!condition) throw new Error(message);
};
