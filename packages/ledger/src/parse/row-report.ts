import type { LedgerField } from '../recognise/ledger-field.ts';
import type { FindingKind, Report } from './finding.ts';

/** Reports a finding about one row: the kind, the column, what was written and how it was understood. */
export type RowReport = (
  ...finding: readonly [kind: FindingKind, field: LedgerField | null, original: string, understood: string]
) => void;

/** Is what a finding about a row says besides itself. */
export interface RowPlace {
  readonly sheet: string;
  /** Counts from 1. */
  readonly row: number;
  readonly door: string;
  readonly name: string;
}

/** Makes the reporter of one row. */
export const createRowReport =
  (report: Report, place: RowPlace): RowReport =>
  (kind, field, original, understood) =>
    report({ ...place, kind, field, original, understood });
