import { readEnvelope, readRestingDeposits } from './deposits/resting-deposits.ts';
import { nameRescueFile, type RescueFile } from './rescue-file.ts';

/** Makes a rescue file without any key, out of what was sealed to the server when it was saved: for a phone whose PIN is forgotten, or whose author has signed out. */
export const makeDepositFile = async (accountId: string, now: number): Promise<RescueFile> => {
  const resting = await readRestingDeposits(accountId).catch(() => null);
  if (resting === null) return { type: 'unreadable' };
  const deposits = resting.map(readEnvelope).filter((envelope) => envelope !== null);
  const unreadable = resting.length - deposits.length;
  const [first] = deposits;
  if (first === undefined) return { type: unreadable > 0 ? 'unreadable' : 'nothingThere' };
  const text = JSON.stringify({ format: 'lianxin-deposits', version: 1, deposits });
  return {
    type: 'made',
    file: new File([text], nameRescueFile(now, first.iv), { type: 'application/json' }),
    count: deposits.length,
    unreadable,
  };
};
