import { type FieldMap, isMasked, maskName, type Person } from '@lianxin/domain';
import type { ParsedMember } from '../parse/parsed-ledger.ts';
import { type ImportKey, parseImportKey } from './import-key.ts';

/** Is how a row of a ledger and the register go together. */
export type PersonMatch =
  | { readonly kind: 'none' }
  /** The row says word for word what it said when it was imported last. */
  | { readonly kind: 'unchanged'; readonly person: Person }
  /** Number or phone prove it. */
  | { readonly kind: 'certain'; readonly person: Person }
  /** Only the name and the door speak for it, or only the number. A person decides. */
  | { readonly kind: 'sameName' | 'sameNumber'; readonly person: Person };

/** Is the people of the register a row may mean. */
export interface MatchCandidates {
  /** The person this very row was imported as. */
  readonly fromSameRow: Person | undefined;
  /** Asked only when the row has changed: a door may hold many people. */
  readonly atSameDoor: () => readonly Person[];
  readonly withSameNumber: () => readonly Person[];
}

/** Is what a row says about itself. */
export interface RowIdentity {
  readonly member: ParsedMember;
  readonly key: ImportKey;
  readonly numberHash: string | null;
}

/** Finds the person a row means. Equal numbers alone never merge two people, nor does an equal name. */
export const matchPerson = ({ member, key, numberHash }: RowIdentity, candidates: MatchCandidates): PersonMatch => {
  const { fromSameRow, atSameDoor, withSameNumber } = candidates;
  if (fromSameRow && parseImportKey(fromSameRow.importKey)?.fingerprint === key.fingerprint)
    return { kind: 'unchanged', person: fromSameRow };
  const namesakes = [...(fromSameRow ? [fromSameRow] : []), ...atSameDoor()].filter((person) =>
    hasName(person, member.name),
  );
  const proven = namesakes.find((person) => isProven(person, member.person, numberHash));
  if (proven) return { kind: 'certain', person: proven };
  // Somebody with another number is somebody else, whatever the name.
  const namesake = namesakes.find(
    (person) => numberHash === null || person.identityNumberHash === null || member.identityNumberState === 'toCheck',
  );
  if (namesake) return { kind: 'sameName', person: namesake };
  const [numbered] = withSameNumber();
  return numbered ? { kind: 'sameNumber', person: numbered } : { kind: 'none' };
};

/** Says whether a written name, masked or not, can be the person's. A child without a name is meant by 未取名. */
export const hasName = (person: Person, written: string): boolean => {
  if (person.name === null) return /^(未|新生儿|待|无名|婴儿)/u.test(written);
  return isMasked(written) ? maskName(person.name) === written : person.name === written;
};

const isProven = (person: Person, written: FieldMap, numberHash: string | null): boolean =>
  (numberHash !== null && person.identityNumberHash === numberHash) ||
  (person.phone !== null && person.phone === written['phone']);
