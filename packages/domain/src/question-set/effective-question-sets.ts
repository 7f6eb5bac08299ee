import { type AskedSet, toAskedSet } from './asked-set.ts';
import { questionPresets } from './question-presets.ts';
import type { QuestionSet } from './question-set.ts';

/** Lists the newest version of every set, shipped ones first: a community's own version stands in place of the preset whose key it has. */
export const newestQuestionSets = (rows: readonly QuestionSet[]): readonly AskedSet[] => {
  const newest = new Map<string, AskedSet>(questionPresets.map((preset) => [preset.setKey, preset]));
  const versions = [...rows].sort(byKeyAndVersion).flatMap((row) => toAskedSet(row) ?? []);
  for (const version of versions) newest.set(version.setKey, version);
  return [...newest.values()];
};

/** Lists the sets that are asked at all: the newest version of each, without those that are switched off. */
export const effectiveQuestionSets = (rows: readonly QuestionSet[]): readonly AskedSet[] =>
  newestQuestionSets(rows).filter(({ isActive }) => isActive);

const byKeyAndVersion = (a: QuestionSet, b: QuestionSet): number => {
  if (a.setKey !== b.setKey) return a.setKey < b.setKey ? -1 : 1;
  return (a.setVersion ?? 1) - (b.setVersion ?? 1);
};
