import type { Question } from '@lianxin/domain';
import type { QuestionSetVersion } from '@lianxin/protocol';

/** Is what was counted by one question, over all versions that asked it. */
export interface ListedTotal {
  readonly question: Question;
  readonly count: number;
}

/** Is one set as the list shows it: its newest version, and what all its versions brought in. */
export interface ListedSet {
  readonly newest: QuestionSetVersion;
  readonly sheets: number;
  readonly totals: readonly ListedTotal[];
}

/** Puts versions together by set; the server lists the newest of each first. */
export const listedSets = (versions: readonly QuestionSetVersion[]): readonly ListedSet[] => {
  const bySet = new Map<string, QuestionSetVersion[]>();
  for (const version of versions) bySet.set(version.setKey, [...(bySet.get(version.setKey) ?? []), version]);
  return [...bySet.values()].flatMap((own): readonly ListedSet[] => {
    const [newest] = own;
    if (newest === undefined) return [];
    const sheets = own.reduce((sum, version) => sum + version.sheets, 0);
    return [{ newest, sheets, totals: totalsOf(own) }];
  });
};

const totalsOf = (versions: readonly QuestionSetVersion[]): readonly ListedTotal[] => {
  const tallies = new Map<string, Question>();
  for (const { questions } of versions)
    for (const question of questions)
      if (question.type === 'tally' && !tallies.has(question.key)) tallies.set(question.key, question);
  return [...tallies.values()].map((question) => ({
    question,
    count: versions.reduce((sum, { totals }) => sum + (totals[question.key] ?? 0), 0),
  }));
};

/** Says how a set stands on a day. */
export const stateOf = (
  { isActive, fromOn, toOn }: Pick<QuestionSetVersion, 'isActive' | 'fromOn' | 'toOn'>,
  today: string,
): 'on' | 'off' | 'later' | 'over' => {
  if (!isActive) return 'off';
  if (fromOn !== null && fromOn > today) return 'later';
  return toOn !== null && toOn < today ? 'over' : 'on';
};
