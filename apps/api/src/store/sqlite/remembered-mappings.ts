import type { RememberedMapping } from '@lianxin/ledger';
import { desc, eq } from 'drizzle-orm';
import type { Side } from './core.ts';
import { importMappings } from './schema/desk-tables.ts';

/** How many shapes of ledger a community is expected to have at most. */
const maxShapes = 100;

/** Reads how a community's columns were read before, the latest first. */
export const readMappings = (side: Side, communityId: string): readonly RememberedMapping[] =>
  side.db
    .select()
    .from(importMappings)
    .where(eq(importMappings.communityId, communityId))
    .orderBy(desc(importMappings.usedAt))
    .limit(maxShapes)
    .all()
    .map((row) => ({ signature: row.headings, ...parseShape(row.mapping) }));

/** Remembers how the columns of a confirmed import were read. */
export const rememberMappings = (
  side: Side,
  communityId: string,
  used: { readonly mapping: readonly RememberedMapping[]; readonly now: number },
): void => {
  for (const { signature, ...shape } of used.mapping) {
    const values = { mapping: JSON.stringify(shape), usedAt: used.now };
    side.db
      .insert(importMappings)
      .values({ communityId, headings: signature, ...values })
      .onConflictDoUpdate({ target: [importMappings.communityId, importMappings.headings], set: values })
      .run();
  }
};

const parseShape = (text: string): Omit<RememberedMapping, 'signature'> => JSON.parse(text);
