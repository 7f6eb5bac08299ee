import type { CommunityRows } from './community-rows.ts';
import { type StoredRow, textOf } from './row.ts';

const headCode = '02';

/** Lists the phones of the households whose head a person is: they are the head's, also when the head's own record has another number by now. */
export const headPhones = (rows: CommunityRows, memberships: readonly StoredRow[]): readonly string[] =>
  memberships.flatMap((own) => {
    const householdId = textOf(own, 'householdId') ?? '';
    const isHead = ({ id, fields }: StoredRow): boolean =>
      fields.relationToHead === headCode && (id === own.id || fields.toOn === null);
    const heads = rows.by('membership', 'householdId', householdId).filter(isHead);
    const isTheirs = heads.length === 1 && heads[0]?.id === own.id;
    return isTheirs ? (textOf(rows.read('household', householdId), 'phone') ?? []) : [];
  });
