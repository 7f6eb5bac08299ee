import { assert, type FieldMap, type RecordName } from '@lianxin/domain';
import { createRow, isRefusal, type StoredRow } from '@lianxin/sync/merge';
import { idAt } from './street.ts';

/** Is who writes an invented row, when, and at which place in the history. */
export interface Writing {
  readonly communityId: string;
  readonly rev: number;
  readonly at: number;
  readonly mutationId: string;
  readonly userId: string;
  readonly userName: string;
}

/** Is an invented record: what its author says, and what the rules say. */
export interface InventedRecord {
  readonly table: RecordName;
  readonly id: string;
  readonly buckets: readonly string[];
  readonly fields: FieldMap;
  readonly server?: FieldMap;
}

/** Makes a row with the function that makes real ones. */
export const inventRow = ({ at, ...writing }: Writing, { id, fields, ...placing }: InventedRecord): StoredRow => {
  const context = {
    ...writing,
    side: 'server',
    eventAt: at,
    receivedAt: at,
    hasClockSkew: false,
    newId: () => idAt(at),
  } as const;
  const made = createRow(context, { id, fields: { ...fields } }, placing);
  assert(!isRefusal(made), `an invented ${placing.table} does not fit its declaration`);
  return made;
};
