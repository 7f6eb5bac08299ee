import type { LedgerExport, PreviewedLedger } from '@lianxin/protocol';
import type { DeskScope } from '../access/authorize.ts';

/** Says which rows of a community a ledger holds. Days are civil dates, both included. */
export interface LedgerFilter {
  readonly gridId: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  /** The day the register is told as of. */
  readonly asOf: string;
}

/** Is a row as the database holds it: texts, numbers and codes by name. */
export type LedgerRow = Readonly<Record<string, string | number | null>>;

/** Asks for one page of the register at the desk. */
export interface RegisterFilter {
  readonly gridId: string | null;
  readonly search: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Reads ledgers row by row out of one snapshot, without holding them. */
export interface LedgerStore {
  readonly grid: (scope: DeskScope, gridId: string) => Promise<{ readonly name: string } | undefined>;
  readonly community: (scope: DeskScope) => Promise<{ readonly name: string }>;
  /** Takes the next number of the community's exports in a year. */
  readonly takeNumber: (scope: DeskScope, year: number) => Promise<string>;
  /** Sums a ledger up by the names of its figures; `total` counts its lines. */
  readonly figures: (
    scope: DeskScope,
    ledger: PreviewedLedger,
    filter: LedgerFilter,
  ) => Promise<Readonly<Record<string, number>>>;
  /** Lists who exported a ledger last, newest first. */
  readonly lastExports: (scope: DeskScope, ledger: PreviewedLedger) => Promise<LedgerExport[]>;
  readonly residents: (scope: DeskScope, filter: LedgerFilter) => AsyncIterable<LedgerRow>;
  readonly visits: (scope: DeskScope, filter: LedgerFilter) => AsyncIterable<LedgerRow>;
  readonly registerPage: (
    scope: DeskScope,
    filter: RegisterFilter,
  ) => Promise<{ readonly rows: readonly LedgerRow[]; readonly total: number }>;
  readonly overview: (
    scope: DeskScope,
    now: number,
  ) => Promise<{ readonly counts: LedgerRow; readonly grids: readonly LedgerRow[] }>;
  readonly help: (scope: DeskScope, filter: LedgerFilter) => AsyncIterable<LedgerRow>;
  /** Sums up each day of each grid. */
  readonly 'grid-log': (scope: DeskScope, filter: LedgerFilter) => AsyncIterable<LedgerRow>;
}
