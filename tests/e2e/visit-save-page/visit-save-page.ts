import { emptyChange } from '@lianxin/sync/client';
import { AccountDatabase } from '../../../apps/web/src/storage/database.ts';
import { createDepositSealer } from '../../../apps/web/src/storage/deposits/seal-deposit.ts';
import { createDexieStore } from '../../../apps/web/src/storage/dexie-store.ts';
import { logVisit } from '../../../apps/web/src/storage/intents/visit-intents.ts';
import { createSample } from '../../../apps/web/src/storage/reading/sample-town.ts';
import { openRegister } from '../../../apps/web/src/storage/register.ts';
import { createSealedCodec } from '../../../apps/web/src/storage/vault/sealed-codec.ts';
import { deriveDataKeys, randomBytes } from '../../../apps/web/src/storage/vault/vault-keys.ts';

const households = 3_000;

/** The rows a grid worker's phone holds, beside which a visit is saved. */
const fillDoors = () => {
  const { view, put } = createSample();
  for (let n = 0; n < households; n += 1) {
    put('dwelling', `dwelling-${n}`, { unitId: 'entrance', doorLabel: String(n), verification: 'checked' });
    put('household', `household-${n}`, { dwellingId: `dwelling-${n}`, verification: 'checked' });
  }
  return [...view.all('dwelling'), ...view.all('household')];
};

/** A key of a server, of which the phone knows the public half. */
const newSealingKey = async (): Promise<string> => {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};

/** What an open phone keeps its records in: sealed under its own keys, and each change once more to the server. */
const openStore = async (accountId: string) => {
  const codec = createSealedCodec(await deriveDataKeys(randomBytes(32), accountId));
  const sealingKey = await newSealingKey();
  const sealDeposit = createDepositSealer({ sealingKey, rescueTicket: 'x'.repeat(43), accountId });
  return createDexieStore(new AccountDatabase(accountId), codec, accountId, sealDeposit);
};

/** Saves visits one after another as the app does, and tells how many milliseconds each took until it was sealed and durable. */
const saveVisits = async (accountId: string, count: number): Promise<readonly number[]> => {
  let last = 0;
  const newId = (): string => {
    last += 1;
    return `id-${accountId}-${String(last).padStart(8, '0')}`;
  };
  const register = await openRegister({
    store: await openStore(accountId),
    communityId: 'community',
    author: { userId: accountId, userName: '王芳' },
    now: Date.now,
    newId,
    announce: () => undefined,
  });
  await register.update(() => ({ ...emptyChange(register.state().meta), putRows: fillDoors() }));
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const made = { dwellingId: `dwelling-${n}`, householdId: null, outcome: 'met', way: 'door' } as const;
    const start = performance.now();
    const result = await register.save([logVisit(made, newId)]);
    times.push(performance.now() - start);
    if (result.type !== 'saved') throw new Error(`a visit was not saved: ${result.type}`);
  }
  return times;
};

Object.assign(window, { saveVisits });
