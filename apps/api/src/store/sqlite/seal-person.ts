import { type StoredRow, textOf } from '@lianxin/sync/merge';
import type { Keyring } from '../../crypto/keyring.ts';

/** Seals a clear ID number on its way into the database, with the keyed hash that finds duplicates. */
export const sealIdentityNumber = (keyring: Keyring, row: StoredRow): StoredRow => {
  const plain = row.table === 'person' ? textOf(row, 'identityNumberSealed') : null;
  if (plain === null) return row;
  const sealed = {
    identityNumberSealed: keyring.seal(plain, row.id),
    identityNumberHash: keyring.hashIdentityNumber(plain),
  };
  return { ...row, fields: { ...row.fields, ...sealed } };
};
