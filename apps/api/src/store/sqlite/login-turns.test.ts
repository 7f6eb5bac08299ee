import { describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/test-store.ts';

describe('guessing at a sign-in', () => {
  it('leaves one line in the audit when it begins to be slowed down', async () => {
    const { core, store, clock } = openTestStore();
    const slowed = core.reader.sqlite.prepare("SELECT count(*) FROM audit WHERE action = 'signIn.slowed'").pluck();
    for (let tries = 1; tries <= 4; tries += 1) await store.sessions.takeTurn('hashed-name-and-address', 5);
    expect(slowed.get()).toBe(0);
    for (let tries = 5; tries <= 12; tries += 1) {
      await store.sessions.takeTurn('hashed-name-and-address', 5);
      clock.now += 3_600_000;
    }
    expect(slowed.get()).toBe(1);
    await store.close();
  });
});
