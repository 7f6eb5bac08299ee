import { maxRescueBytes, rescueEnvelopeSchema } from '@lianxin/protocol';
import { sealingKeyId } from '../../../storage/deposits/sealing-line.ts';

/** Tells before anything is sent why a file cannot be taken here; null when it can be tried. The server checks it again. */
export const checkRescueFile = async (
  file: Blob,
  sealingKey: string | undefined,
): Promise<'notARescueFile' | 'otherServer' | 'tooLarge' | null> => {
  if (file.size > maxRescueBytes) return 'tooLarge';
  const envelope = rescueEnvelopeSchema.safeParse(parse(await file.text()));
  if (!envelope.success) return 'notARescueFile';
  const isOurs = sealingKey === undefined || envelope.data.keyId === (await sealingKeyId(sealingKey));
  return isOurs ? null : 'otherServer';
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
