import type { RowView } from '@lianxin/sync/client';
import { type RecordsByName, readAllRecords } from '../../storage/reading/read-record.ts';

export type HelpRecord = RecordsByName['help'];

/** Lists the help somebody gave or wrote down, the newest first; what was corrected or taken back is left out. */
export const helpOf = (view: RowView, accountId: string): readonly HelpRecord[] => {
  const all = readAllRecords(view, 'help');
  const replaced = new Set(all.flatMap(({ voidOf, corrects }) => [voidOf, corrects]));
  return all
    .filter((record) => record.giverId === accountId || record.recordedBy === accountId)
    .filter((record) => record.voidOf === null && !replaced.has(record.id))
    .sort((a, b) => compareDays(b, a) || (b.recordedAt ?? 0) - (a.recordedAt ?? 0));
};

const compareDays = (a: HelpRecord, b: HelpRecord): number => (a.servedOn ?? '').localeCompare(b.servedOn ?? '');

/** Is how often and how long somebody has helped. */
export interface HelpTotals {
  readonly times: number;
  readonly minutes: number;
}

/** Adds up only what the person gave themselves: what they wrote down for others is not theirs, and nobody is compared. */
export const totalsOf = (records: readonly HelpRecord[], accountId: string): HelpTotals => {
  const own = records.filter((record) => record.giverId === accountId);
  return { times: own.length, minutes: own.reduce((sum, record) => sum + (record.serviceMinutes ?? 0), 0) };
};
