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

/** Asks for a ledger with every value readable; the reason goes into the audit. */
export const unmaskedLedgerSchema = z.strictObject({
  unmasked: z.literal(true),
  reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
});

/** Tells what an export holds, in the headers `x-ledger-number`, `x-ledger-rows`. */
export interface LedgerReceipt {
  readonly number: string;
  readonly rows: number;
}

/** Says which rows go into a ledger. */
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;
/** Asks for a ledger with every value readable. */
export type UnmaskedLedger = z.infer<typeof unmaskedLedgerSchema>;
