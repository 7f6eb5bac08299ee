import type { Result } from '@lianxin/domain';
import type { LedgerWithPerson, RememberedMapping } from '@lianxin/ledger';
import type { ErasedCounts, ErasureAnswer, StayingCounts } from '@lianxin/protocol';
import type { DeskScope } from '../access/authorize.ts';
import type { LedgerRow } from './ledger-port.ts';
import type { NotFound } from './refusals.ts';

/** Says that the stated reason names the person: the audit keeps every word for good. */
export interface ReasonNamesPerson {
  readonly type: 'ReasonNamesPerson';
}

/** Is what erasing a person would take out and leave, with the person as the database holds them. */
export interface ErasurePreview {
  readonly person: LedgerRow;
  readonly removes: ErasedCounts;
  readonly stays: StayingCounts;
}

/** Is a file of an import that names a person, with what was made of it. */
export interface FileNaming extends Omit<LedgerWithPerson, 'workbook'> {
  readonly content: Uint8Array;
  readonly mapping: readonly RememberedMapping[];
}

/** Writes a file again without a person; null where it cannot be read any more, and then it goes whole. */
export type CleanFile = (file: FileNaming) => Promise<Uint8Array | null>;

/** Is why somebody is erased, and how the files that name them are cleaned. */
export interface ErasureRequest {
  readonly reason: string;
  readonly cleanFile: CleanFile;
}

type Erased = Promise<Result<ErasureAnswer, NotFound | ReasonNamesPerson>>;

/** Finds people and erases them. */
export interface ErasureStore {
  /** Finds the first people by name, phone or door; each row tells the `total`. */
  readonly find: (scope: DeskScope, search: string) => Promise<readonly LedgerRow[]>;
  readonly look: (scope: DeskScope, personId: string) => Promise<Result<ErasurePreview, NotFound>>;
  /** Resolves when nothing of the person is left in the database and its log. */
  readonly erase: (scope: DeskScope, personId: string, request: ErasureRequest) => Erased;
  /** Erases from the command line. */
  readonly eraseByOperator: (personId: string, request: ErasureRequest) => Erased;
  /** Finds people in every community from the command line. */
  readonly findByOperator: (search: string) => Promise<readonly LedgerRow[]>;
}
