import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Lists the ledgers that can be downloaded as `/ledgers/{name}.xlsx`. */
export const ledgerNames = ['residents', 'visits', 'help', 'grid-log', 'as-imported'] as const;

/** Is the name of a ledger. */
export type LedgerName = (typeof ledgerNames)[number];

/** Lists the ledgers whose beginning can be looked at before they are downloaded. */
export const previewedLedgers = ['residents', 'visits', 'help', 'grid-log'] as const;

/** Is the name of a ledger that can be looked at. */
export type PreviewedLedger = (typeof previewedLedgers)[number];

/** Says which rows go into a ledger: of one community, perhaps one grid, in a period with both days included. */
export const ledgerQuerySchema = z.object({
  community: idSchema,
  grid: z.optional(idSchema),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
});

/** Asks for a ledger with every value readable; the reason goes into the audit, and without one the answer is `reasonMissing`. */
export const unmaskedLedgerSchema = z.strictObject({
  unmasked: z.literal(true),
  reason: z.optional(z.string().check(z.trim(), z.maxLength(200))),
});

/** Is the header of a download that tells the ledger's number, which its caption and the audit tell too. */
export const ledgerNumberHeader = 'x-ledger-number';

/** Is one column of a ledger on screen. */
export const ledgerColumnSchema = z.object({ key: z.string(), label: z.string(), numeric: z.boolean() });

/** Is one export that was made of a ledger, as the audit tells it; `rows` counts its lines. */
export const ledgerExportSchema = z.object({
  number: z.string(),
  at: z.int(),
  byName: z.string(),
  rows: z.int(),
  isUnmasked: z.boolean(),
});

/** Is the beginning of a ledger as it would be exported, masked; a cell that speaks for several lines stands in the first of them. */
export const ledgerPreviewSchema = z.object({
  columns: z.array(ledgerColumnSchema),
  /** At most the first 200. */
  rows: z.array(z.array(z.string())),
  /** A last line of sums over the whole ledger, cell by cell; absent where nothing is summed. */
  sums: z.optional(z.array(z.string())),
  total: z.int(),
  /** residents: households, people, vacant, doors, unknownDoors, unchecked; visits: visits, doors; help: helps, minutes, served; grid-log: visitedHouseholds, needs, solved, told. */
  figures: z.record(z.string(), z.int()),
  /** The last five, newest first. */
  exports: z.array(ledgerExportSchema),
});

/** Is the beginning of a ledger, masked. */
export type LedgerPreview = z.infer<typeof ledgerPreviewSchema>;
/** Is one export that was made of a ledger. */
export type LedgerExport = z.infer<typeof ledgerExportSchema>;
/** Says which rows go into a ledger. */
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;
/** Asks for a ledger with every value readable. */
export type UnmaskedLedger = z.infer<typeof unmaskedLedgerSchema>;
