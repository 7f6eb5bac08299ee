import type { RescueContent, RescueEnvelope } from '@lianxin/protocol';
import { openSealingLine } from './deposits/sealing-line.ts';

/** Seals work to the server's public key: whoever finds the file, or made it, cannot read it. */
export const sealRescue = async (sealingKey: string, content: RescueContent): Promise<RescueEnvelope> => {
  const line = await openSealingLine(sealingKey, 'lianxin-rescue');
  return line.seal(JSON.stringify(content));
};
