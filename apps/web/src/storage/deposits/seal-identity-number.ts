import type { SealedText } from '@lianxin/protocol';
import { openSealingLine } from './sealing-line.ts';

/** Seals an ID number to the server, for one person and nobody else: from here on only the server can read it. */
export const sealIdentityNumber = async (
  sealingKey: string,
  { personId, number }: { readonly personId: string; readonly number: string },
): Promise<SealedText> => (await openSealingLine(sealingKey, 'lianxin-text', personId)).seal(number);
