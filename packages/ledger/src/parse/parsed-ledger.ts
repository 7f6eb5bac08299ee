import type { CodeOf, FieldMap, tagKind } from '@lianxin/domain';
import type { Finding } from './finding.ts';
import type { Place } from './place.ts';

/**
 * Is one person of a ledger. `person` and `membership` hold only the fields that the ledger really says: what is blank
 * or masked is absent, so that it can never clear or overwrite anything.
 */
export interface ParsedMember {
  readonly sheet: string;
  /** Counts from 1 as the spreadsheet shows it. */
  readonly row: number;
  /** The name as written; empty for a child without a name yet. */
  readonly name: string;
  readonly person: FieldMap;
  readonly membership: FieldMap;
  /** A citizen ID number worth keeping, 18 characters unless `toCheck`. */
  readonly identityNumber: string | null;
  readonly identityNumberState: 'none' | 'registered' | 'toCheck';
  readonly tags: readonly CodeOf<typeof tagKind>[];
}

/** Is one household of a ledger. */
export interface ParsedHousehold {
  readonly sheet: string;
  readonly row: number;
  readonly household: FieldMap;
  readonly headName: string;
  readonly members: readonly ParsedMember[];
}

/** Is one door of a ledger with the households behind it; none of them when it is empty. */
export interface ParsedDwelling {
  readonly sheet: string;
  readonly row: number;
  /** Tells doors apart within one ledger; landmarks that several doors share carry a number. */
  readonly key: string;
  readonly place: Place;
  readonly doorLabel: string;
  readonly isDoorMissing: boolean;
  readonly dwelling: FieldMap;
  readonly households: readonly ParsedHousehold[];
}

/** Counts what a ledger holds, as a correct preview reports it. */
export interface LedgerCounts {
  readonly doors: number;
  readonly households: number;
  readonly personRows: number;
  readonly people: number;
  readonly multiPersonCells: number;
  readonly idMissing: number;
  readonly idRuined: number;
  readonly idCheckFails: number;
  readonly idFullWidth: number;
  readonly idLowerX: number;
  readonly idRepeatedRows: number;
  readonly phoneSameAsAbove: number;
  readonly vacantDoors: number;
  readonly buildings: number;
  /** Rows that ask for a person's glance. */
  readonly lookRows: number;
}

/** Is a ledger as it was understood; nothing is written anywhere yet. */
export interface ParsedLedger {
  readonly dwellings: readonly ParsedDwelling[];
  readonly findings: readonly Finding[];
  readonly counts: LedgerCounts;
}
