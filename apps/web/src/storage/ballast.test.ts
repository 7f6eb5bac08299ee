import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBallast } from './ballast.ts';
import { AccountDatabase } from './database.ts';

const megabyte = 1024 * 1024;
let database: AccountDatabase;

beforeEach(() => {
  database = new AccountDatabase('account-ballast-000000');
});

afterEach(async () => {
  database.close();
  await database.delete();
});

const heldBytes = async (): Promise<number> =>
  (await database.ballast.toArray()).reduce((sum, { bytes }) => sum + bytes.length, 0);

describe('the ballast', () => {
  it('holds four megabytes that do not compress, once', async () => {
    const ballast = createBallast(database.ballast);
    await ballast.take(100 * megabyte);
    await ballast.take(100 * megabyte);
    expect(await heldBytes()).toBe(4 * megabyte);
    const [held] = await database.ballast.toArray();
    expect(new Set(held?.bytes.subarray(3 * megabyte, 3 * megabyte + 4_096)).size).toBeGreaterThan(200);
  });

  it('is not taken where room is short or unknown', async () => {
    const ballast = createBallast(database.ballast);
    await ballast.take(20 * megabyte);
    await ballast.take(null);
    expect(await heldBytes()).toBe(0);
  });

  it('is given up once', async () => {
    const ballast = createBallast(database.ballast);
    await ballast.take(100 * megabyte);
    expect([await ballast.release(), await ballast.release()]).toEqual([true, false]);
    expect(await heldBytes()).toBe(0);
  });
});
