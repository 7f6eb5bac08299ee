import { emptyChange } from '@lianxin/sync/client';
import { plainCodec } from '../../../apps/web/src/storage/codec.ts';
import { AccountDatabase } from '../../../apps/web/src/storage/database.ts';
import { createDexieStore } from '../../../apps/web/src/storage/dexie-store.ts';
import { logVisit } from '../../../apps/web/src/storage/intents/visit-intents.ts';
import { createSample } from '../../../apps/web/src/storage/reading/sample-town.ts';
import { openRegister } from '../../../apps/web/src/storage/register.ts';

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

/** Saves visits one after another as the app does, and tells how many milliseconds each took until it was durable. */
const saveVisits = async (accountId: string, count: number): Promise<readonly number[]> => {
  let last = 0;
  const newId = (): string => {
    last += 1;
    return `id-${accountId}-${String(last).padStart(8, '0')}`;
  };
  const register = await openRegister({
    store: createDexieStore(new AccountDatabase(accountId), plainCodec, accountId),
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
