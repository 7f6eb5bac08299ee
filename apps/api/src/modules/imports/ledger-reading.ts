import type { GivenHeader, ParsedLedger, ReadError, RecognisedWorkbook, RememberedMapping } from '@lianxin/ledger';
import type { ErrorCode } from '@lianxin/protocol';

/** Is a file to read and what people have said about its columns. */
export interface LedgerReadingInput {
  readonly file: Uint8Array;
  readonly mapping: readonly RememberedMapping[];
  readonly headers?: readonly GivenHeader[];
}

/** Is a workbook as it was understood. */
export interface ReadLedger {
  readonly workbook: RecognisedWorkbook;
  readonly parsed: ParsedLedger;
}

/** Is what reading a file came to. */
export type LedgerReading =
  | ({ readonly type: 'read' } & ReadLedger)
  | { readonly type: 'unreadable'; readonly reason: ReadError['type'] };

/** Tells the problem code for a file that cannot be read. */
export const readErrorCode: Readonly<Record<ReadError['type'], ErrorCode>> = {
  FileEmpty: 'notAWorkbook',
  FileTooLarge: 'workbookTooLarge',
  UnsupportedFormat: 'saveAsXlsx',
  FileEncrypted: 'saveAsXlsx',
  ArchiveTooLarge: 'workbookTooLarge',
  TooManyRows: 'workbookTooLarge',
  ForbiddenMarkup: 'notAWorkbook',
  FileDamaged: 'notAWorkbook',
};
