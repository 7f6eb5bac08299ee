import {
  assert,
  birthDateOfIdentityNumber,
  type FieldMap,
  readIdentityNumber,
  sexOfIdentityNumber,
} from '@lianxin/domain';
import { type Mutation, type MutationOutcome, type SealedText, sealedTextSchema } from '@lianxin/protocol';
import { changesBetween, type MutationContext, type StoredRow, textOf } from '@lianxin/sync/merge';
import { contextOf, type DecidedMutation, type DecisionInput } from '@lianxin/sync/server';
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

  return (input: DecisionInput, decided: DecidedMutation): DecidedMutation => {
    let { writes } = decided;
    for (const row of decided.writes) {
      const envelope = envelopeIn(row);
      if (envelope === null) continue;
      const registered = register(input.communityId, row, envelope);
      if (registered === null) return refused(decided);
      const before = side.rows.read(input.communityId, 'person', row.id);
      const told = changesBetween(toldBy(input, row), { before, after: registered });
      writes = [...writes.filter((one) => one !== row && !isChangeOf(row, one)), registered, ...told];
    }
    return { ...decided, writes };
  };
};

/** What the rule told of the person it told before the number was opened: whether it is to be checked, and what else it says, only this side knows. */
const isChangeOf = ({ id }: StoredRow, { table, fields, deleted }: StoredRow): boolean =>
  table === 'fieldChange' && !deleted && fields['rowId'] === id;

/** Held work that somebody takes is told as its author's, as the rule has marked it. */
const toldBy = (input: DecisionInput, { marks }: StoredRow): MutationContext => {
  const context = contextOf(input);
  const mark = marks['identityNumberState'];
  return mark === undefined ? context : { ...context, userId: mark.userId, userName: mark.userName, eventAt: mark.at };
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
