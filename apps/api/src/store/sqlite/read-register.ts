import type { RecordName, RecordOf, recordTypes } from '@lianxin/domain';
import type { ExistingRegister } from '@lianxin/ledger';
import type { Side } from './core.ts';

type Declared = typeof recordTypes;

/** Reads the rows of a type that are not deleted as the records they are. */
const readRecords = <N extends RecordName>(side: Side, communityId: string, table: N): RecordOf<Declared[N]>[] => {
  const records: RecordOf<Declared[N]>[] = [];
  // Rows are only ever written through the declaration that this type is derived from.
  for (const row of side.rows.all(communityId, table))
    records.push({ id: row.id, ...row.fields } as RecordOf<Declared[N]>);
  return records;
};

/** Reads everything the register holds of a community, ended memberships too. */
export const readRegister = (side: Side, communityId: string): ExistingRegister => ({
  units: readRecords(side, communityId, 'unit'),
  dwellings: readRecords(side, communityId, 'dwelling'),
  households: readRecords(side, communityId, 'household'),
  persons: readRecords(side, communityId, 'person'),
  memberships: readRecords(side, communityId, 'membership'),
  tags: readRecords(side, communityId, 'tag'),
});
