import 'fake-indexeddb/auto';
import { newVisit } from '@lianxin/testkit';
import { expect, it } from 'vitest';
import { openRealPhone } from './real-phone.ts';
import { buildTown, startStack } from './stack.ts';

it('brings a visit that waited thirty days without a network to the server once, and keeps it through every reopening', async () => {
  const stack = await startStack();
  const { communityId } = await buildTown(stack);
  const [worker] = stack.people;
  const phone = await openRealPhone(worker, {
    stack,
    communityId,
    skewMs: 0,
    complaints: [],
    turn: async () => undefined,
  });
  expect(await phone.round('none')).toBe('settled');
  const dwelling = phone.register().view.all('dwelling')[0];
  const visit = newVisit(stack.started.deps.newId(), { dwellingId: dwelling?.id ?? '', note: '三十天前敲的门' });
  const [id] = await phone.save({ name: 'visit.log', args: { visit, needs: [] } });
  for (let day = 0; day < 30; day += 1) {
    stack.started.clock.now += 86_400_000;
    expect(await phone.round('loseRequest')).toBe('failed');
    await phone.reopen();
  }
  expect(phone.register().view.row('visit', visit.id)?.fields['note']).toBe('三十天前敲的门');
  expect(await phone.round('loseAnswer')).toBe('failed');
  expect(await phone.round('sendTwice')).toBe('settled');
  const log = stack.started.core.reader.sqlite
    .prepare<[string], { outcome: string; at: number }>('SELECT outcome, at FROM mutations WHERE id = ?')
    .all(id ?? '');
  expect(log.map(({ outcome }) => outcome)).toEqual(['applied']);
  const stored = stack.started.core.reader.rows.read(communityId, 'visit', visit.id);
  // It happened when it was saved, not when the signal came back.
  expect(stored?.fields['visitedAt']).toBe(log[0]?.at);
  expect(phone.register().state().outbox).toEqual([]);
  phone.close();
});
