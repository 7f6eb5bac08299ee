import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Lists the ledgers that can be downloaded as `/ledgers/{name}.xlsx`. */
export const ledgerNames = ['residents', 'visits', 'help', 'as-imported'] as const;

/** Is the name of a ledger. */
export type LedgerName = (typeof ledgerNames)[number];

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

/** Says which rows go into a ledger. */
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;
/** Asks for a ledger with every value readable. */
export type UnmaskedLedger = z.infer<typeof unmaskedLedgerSchema>;
