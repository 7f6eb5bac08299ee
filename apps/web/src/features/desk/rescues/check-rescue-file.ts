import { depositFileSchema, maxRescueBytes, rescueEnvelopeSchema } from '@lianxin/protocol';
import { sealingKeyId } from '../../../storage/deposits/sealing-line.ts';

/** Tells before anything is sent why a file cannot be taken here; null when it can be tried. The server checks it again. */
export const checkRescueFile = async (
  file: Blob,
  sealingKey: string | undefined,
): Promise<'notARescueFile' | 'otherServer' | 'tooLarge' | null> => {
  if (file.size > maxRescueBytes) return 'tooLarge';
  const keyId = keyIdOf(parse(await file.text()));
  if (keyId === null) return 'notARescueFile';
  const isOurs = sealingKey === undefined || keyId === (await sealingKeyId(sealingKey));
  return isOurs ? null : 'otherServer';
};

/** A phone whose PIN nobody can type hands out many small envelopes instead of one. */
const keyIdOf = (file: unknown): string | null => {
  const deposits = depositFileSchema.safeParse(file);
  if (deposits.success) return deposits.data.deposits[0]?.keyId ?? null;
  const envelope = rescueEnvelopeSchema.safeParse(file);
  return envelope.success ? envelope.data.keyId : null;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
