import {
  assert,
  birthDateOfIdentityNumber,
  type FieldMap,
  readIdentityNumber,
  sexOfIdentityNumber,
} from '@lianxin/domain';
import { type Mutation, type MutationOutcome, type SealedText, sealedTextSchema } from '@lianxin/protocol';
import { type StoredRow, textOf } from '@lianxin/sync/merge';
import type { DecidedMutation } from '@lianxin/sync/server';
import type { Keyring } from '../../crypto/keyring.ts';
import type { SealingKey } from '../../crypto/sealing-key.ts';
import type { Side } from './core.ts';
import type { SqlValue } from './record-rows.ts';
import { sealIdentityNumber } from './seal-person.ts';

/** Is what opens a number that a phone sealed, and seals it for the database. */
export interface NumberKeys {
  readonly sealingKey: SealingKey | undefined;
  readonly keyring: Keyring;
}

/**
 * Opens the ID numbers that a decided mutation brings, whoever decided it, and seals them for the database as an import
 * does. A number that cannot be opened or whose check fails refuses the whole mutation: nobody could ever tell it from
 * another.
 */
export const createNumberRegistrar = (side: Side, { sealingKey, keyring }: NumberKeys) => {
  const namesake = side.sqlite
    .prepare<SqlValue[], number>(
      'SELECT 1 FROM persons WHERE community_id = ? AND identity_number_hash = ? AND id <> ? AND deleted = 0 LIMIT 1',
    )
    .pluck();

  const register = (communityId: string, row: StoredRow, envelope: SealedText): StoredRow | null => {
    assert(sealingKey !== undefined, 'a store without its sealing key was pushed to');
    const opened = sealingKey.open(envelope, row.id);
    const reading = opened.ok ? readIdentityNumber(opened.value.toString('utf8')) : undefined;
    if (reading?.state !== 'checked' || reading.number === null) return null;
    const { number } = reading;
    const hashBefore = textOf(row, 'identityNumberHash');
    const sealed = sealIdentityNumber(keyring, withFields(row, { identityNumberSealed: number }));
    const hash = textOf(sealed, 'identityNumberHash');
    const isDoubtful =
      (hashBefore !== null && hashBefore !== hash) || namesake.get(communityId, hash, row.id) !== undefined;
    return isDoubtful
      ? withFields(sealed, { identityNumberState: 'toCheck' })
      : withFields(sealed, toldByNumber(row, number));
  };

  return (communityId: string, decided: DecidedMutation): DecidedMutation => {
    const writes: StoredRow[] = [];
    for (const row of decided.writes) {
      const envelope = envelopeIn(row);
      const registered = envelope === null ? row : register(communityId, row, envelope);
      if (registered === null) return refused(decided);
      writes.push(registered);
    }
    return { ...decided, writes };
  };
};

/** Keeps nothing of a sealed number beside the person it is about; only what waits for a person keeps its envelope. */
export const withoutNumber = (mutation: Mutation, { outcome }: MutationOutcome): Mutation => {
  if (mutation.name !== 'person.identify' || outcome === 'held') return mutation;
  const { args } = mutation;
  const personId = typeof args === 'object' && args !== null && 'personId' in args ? args['personId'] : null;
  return { ...mutation, args: { personId: typeof personId === 'string' ? personId : null } };
};

/** A number that is sealed for the database already is no envelope. */
const envelopeIn = (row: StoredRow): SealedText | null => {
  const text = row.table === 'person' ? textOf(row, 'identityNumberSealed') : null;
  if (text?.startsWith('{') !== true) return null;
  return sealedTextSchema.parse(JSON.parse(text));
};

/** What the number tells and nobody has said: the day of birth and the sex. What somebody has said stays as they said it. */
const toldByNumber = (row: StoredRow, number: string): FieldMap => ({
  ...(textOf(row, 'birthOn') === null ? { birthOn: birthDateOfIdentityNumber(number) ?? null } : {}),
  ...(textOf(row, 'sex') === null ? { sex: sexOfIdentityNumber(number) } : {}),
});

/** Puts values beside the one that the rule has marked, with the same provenance. */
const withFields = (row: StoredRow, fields: FieldMap): StoredRow => {
  const mark = row.marks['identityNumberState'];
  const marks = mark === undefined ? [] : Object.keys(fields).map((field) => [field, mark] as const);
  return { ...row, fields: { ...row.fields, ...fields }, marks: { ...row.marks, ...Object.fromEntries(marks) } };
};

const refused = (decided: DecidedMutation): DecidedMutation => ({
  ...decided,
  outcome: { ...decided.outcome, outcome: 'refused', reason: 'invalid', field: 'identityNumber' },
  writes: [],
});
