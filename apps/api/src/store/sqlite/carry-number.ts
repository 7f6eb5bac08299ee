import { type StoredRow, textOf } from '@lianxin/sync/merge';
import type { DecidedMutation } from '@lianxin/sync/server';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Side } from './core.ts';
import { sealIdentityNumber } from './seal-person.ts';

/**
 * Lets a merged record have the other's ID number. A number is sealed for its own record, so the one that is kept gets a seal of its own; it loses it
 * again when the merge is taken back. The number itself stays where it was all the while.
 */
export const createNumberCarrier =
  (side: Side, keyring: Keyring) =>
  (communityId: string, decided: DecidedMutation): DecidedMutation => {
    const merges = decided.writes.filter(
      ({ table, fields }) => table === 'regrouping' && fields['kind'] === 'mergePersons',
    );
    if (merges.length === 0) return decided;
    const numberOf = (personId: string): string | null => {
      const merge = merges.find(({ fields }) => fields['intoId'] === personId && fields['undoneAt'] === null);
      const from = merge && side.rows.read(communityId, 'person', textOf(merge, 'fromId') ?? '');
      const sealed = textOf(from, 'identityNumberSealed');
      return from === undefined || sealed === null ? null : keyring.open(sealed, from.id);
    };
    return { ...decided, writes: decided.writes.map((row) => withNumber(row, keyring, numberOf)) };
  };

const withNumber = (row: StoredRow, keyring: Keyring, numberOf: (personId: string) => string | null): StoredRow => {
  if (row.table !== 'person') return row;
  const isSealed = textOf(row, 'identityNumberSealed') !== null;
  if (row.fields['identityNumberState'] === 'none')
    return isSealed ? { ...row, fields: { ...row.fields, identityNumberSealed: null, identityNumberHash: null } } : row;
  const number = isSealed ? null : numberOf(row.id);
  return number === null
    ? row
    : sealIdentityNumber(keyring, { ...row, fields: { ...row.fields, identityNumberSealed: number } });
};
