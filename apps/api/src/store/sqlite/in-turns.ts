/** Runs work of one name one after the other, and work of different names side by side. */
export type InTurn = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Creates the turns. */
export const inTurns = (): InTurn => {
  const lines = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const next = (lines.get(name) ?? Promise.resolve()).then(work, work);
    const end = next.then(
      () => undefined,
      () => undefined,
    );
    lines.set(name, end);
    void end.then(() => {
      if (lines.get(name) === end) lines.delete(name);
    });
    return next;
  };
};
