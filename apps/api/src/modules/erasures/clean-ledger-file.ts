import { writeWithoutPerson } from '@lianxin/ledger';
import type { CleanFile } from '../../store/erasure-port.ts';
import type { WorkbookReader } from '../imports/workbook-reader.ts';

/** Makes the cleaning of imported files from whatever reads them; one that cannot be read any more goes whole. */
export const cleanLedgerFile =
  (readWorkbook: WorkbookReader): CleanFile =>
  async ({ content, mapping, ...person }) => {
    const read = await readWorkbook({ file: content, mapping });
    return read.ok ? writeWithoutPerson({ ...person, workbook: read.value.workbook }) : null;
  };
