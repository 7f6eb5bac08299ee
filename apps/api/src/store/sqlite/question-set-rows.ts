import { type AskedSet, newestQuestionSets, type QuestionSet, questionPresets, toAskedSet } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import type { Side } from './core.ts';

/** Is the versions of a community: their rows, and all of them as they are asked, the shipped ones first. */
export interface CommunityVersions {
  readonly rows: readonly StoredRow[];
  readonly all: readonly AskedSet[];
}

/** Reads every version of every set of a community. */
export const readVersions = (side: Side, communityId: string): CommunityVersions => {
  const rows = [...side.rows.all(communityId, 'questionSet')];
  return { rows, all: [...questionPresets, ...rows.flatMap((row) => toAskedSet(toRecord(row)) ?? [])] };
};

/** Reads a stored row as the record it declares; it passed the declaration's own schema when it was written. */
const toRecord = (row: StoredRow): QuestionSet => ({ ...row.fields, id: row.id }) as QuestionSet;

/** Finds the row of the newest version that a community has of a set. */
export const newestRow = ({ rows }: CommunityVersions, setKey: string): StoredRow | undefined =>
  rows.filter(({ fields }) => fields['setKey'] === setKey).sort((a, b) => versionOf(b) - versionOf(a))[0];

/** Tells the number of a version. */
export const versionOf = (row: StoredRow): number => Number(row.fields['setVersion'] ?? 1);

/** Sorts versions by the order in which their sets are asked, the newest of each first. */
export const inOrder = ({ rows, all }: CommunityVersions): readonly AskedSet[] => {
  const order = newestQuestionSets(rows.map(toRecord)).map(({ setKey }) => setKey);
  return [...all].sort((a, b) => order.indexOf(a.setKey) - order.indexOf(b.setKey) || b.setVersion - a.setVersion);
};
