import type { RecordName } from '@lianxin/domain';
import type { StoredRow } from './row.ts';

/** Reads the rows of one community, wherever they lie. */
export interface CommunityRows {
  readonly read: (table: RecordName, id: string) => StoredRow | undefined;
  readonly by: (table: RecordName, field: string, value: string) => readonly StoredRow[];
}
