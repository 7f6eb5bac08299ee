import type { RecordName } from '@lianxin/domain';
import type { Intent } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import type { MemoryPhone } from '@lianxin/testkit';

/** Is what a person typed or chose, and what they had on screen when they did. */
export interface Typed {
  readonly value: string;
  readonly saw: string | null;
}

/** Is an intent with what was typed in it. */
export interface Act {
  readonly intent: Intent;
  readonly typed: readonly Typed[];
}

/** Is what an act may draw on: the phone's screen, a number to choose by, ids, and a value that nobody has typed before. */
export interface Hand {
  readonly phone: Pick<MemoryPhone, 'view'>;
  readonly pick: number;
  readonly newId: () => string;
  readonly newValue: () => string;
}

/** Makes an act, or null when there is nothing to do it with. */
export type Maker = (hand: Hand) => Act | null;

/** Chooses a row on the screen. */
export const choose = (
  { phone, pick }: Hand,
  table: RecordName,
  wanted: (row: StoredRow) => boolean = () => true,
): StoredRow | undefined => {
  // Ids order the choice, so that the same steps choose the same rows.
  const rows = phone.view
    .all(table)
    .filter(wanted)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return rows[pick % Math.max(1, rows.length)];
};

export const textOf = (row: StoredRow, field: string): string | null => {
  const value = row.fields[field];
  return typeof value === 'string' ? value : null;
};

/** Is an act in which nothing was typed. */
export const quiet = (intent: Intent): Act => ({ intent, typed: [] });
