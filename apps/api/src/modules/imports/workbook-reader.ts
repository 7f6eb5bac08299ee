import { err, type Result } from '@lianxin/domain';
import type { ErrorCode } from '@lianxin/protocol';

/** Reads a workbook out of the way of everybody else. */
export type WorkbookReader = (input: { readonly file: Uint8Array }) => Promise<Result<unknown, ErrorCode>>;

export const createWorkbookReader = (): WorkbookReader => async () => err('internal');
