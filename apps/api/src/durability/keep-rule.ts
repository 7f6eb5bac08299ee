/** Is how many backups stay: the newest of each of so many hours, days and months. */
export interface KeepRule {
  readonly hours: number;
  readonly days: number;
  readonly months: number;
}

/** Reads a rule such as `24,30,12`; undefined when it is none. */
export const parseKeepRule = (text: string): KeepRule | undefined => {
  const found = /^(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(text.trim());
  if (found === null) return undefined;
  return { hours: Number(found[1]), days: Number(found[2]), months: Number(found[3]) };
};

const lastMs = 3_600_000;

/** Tells which of the moments stay, in milliseconds. Those of the last hour before the newest always do: whoever makes two in a row wants both. */
export const keptBackups = (createdAt: readonly number[], rule: KeepRule): ReadonlySet<number> => {
  const newestFirst = [...createdAt].sort((a, b) => b - a);
  const kept = new Set(newestFirst.filter((at) => (newestFirst[0] ?? at) - at < lastMs));
  keepNewestOf(newestFirst, { letters: 'YYYY-MM-DDTHH'.length, spans: rule.hours }, kept);
  keepNewestOf(newestFirst, { letters: 'YYYY-MM-DD'.length, spans: rule.days }, kept);
  keepNewestOf(newestFirst, { letters: 'YYYY-MM'.length, spans: rule.months }, kept);
  return kept;
};

/** Spans without a backup do not count, so that a machine that was off for a month keeps its last ones. */
const keepNewestOf = (
  newestFirst: readonly number[],
  { letters, spans }: { readonly letters: number; readonly spans: number },
  kept: Set<number>,
): void => {
  const seen = new Set<string>();
  for (const at of newestFirst) {
    const span = new Date(at).toISOString().slice(0, letters);
    if (seen.has(span)) continue;
    if (seen.size === spans) return;
    seen.add(span);
    kept.add(at);
  }
};
