import type { SealedText } from '@lianxin/protocol';
import { createBench } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { reduceMutation } from './reduce.ts';
import { runReading, type StoredRow } from './row.ts';

const sealed: SealedText = {
  format: 'lianxin-text',
  version: 1,
  keyId: 'key',
  ephemeral: 'ephemeral',
  salt: 'salt',
  iv: 'iv',
  sealed: 'sealed',
};

const setting = () => {
  const bench = createBench();
  const personId = bench.place.grids[0].personIds[0] ?? '';
  const strangerId = bench.place.grids[1].personIds[0] ?? '';
  return { bench, personId, strangerId };
};

describe('registering an ID number', () => {
  it('says of the person that there is one, and leaves the sealed number where it will be opened', () => {
    const { bench, personId } = setting();
    expect(bench.worker.submit({ name: 'person.identify', args: { personId, sealed } }).outcome).toBe('applied');
    expect(bench.row('person', personId)?.fields).toMatchObject({
      identityNumberState: 'registered',
      identityNumberSealed: JSON.stringify(sealed),
    });
  });

  it('leaves nothing of it in the row that a phone shows meanwhile', () => {
    const { bench, personId } = setting();
    const person = bench.row('person', personId);
    const context = {
      side: 'phone' as const,
      communityId: bench.place.communityId,
      mutationId: 'mutation_000000001',
      userId: 'user_0000000000001',
      userName: '陈网格',
      eventAt: 1,
      receivedAt: 1,
      hasClockSkew: false,
      rev: 0,
      newId: () => 'made_0000000000001',
    };
    const answer = (): readonly StoredRow[] => (person === undefined ? [] : [person]);
    const reading = reduceMutation(context, 'person.identify', { version: 1, args: { personId, sealed } });
    const decision = runReading(reading, answer);
    expect(decision).toMatchObject({ type: 'write', writes: [{ fields: { identityNumberState: 'registered' } }] });
    expect(JSON.stringify(decision)).not.toContain(sealed.format);
  });

  it('is allowed for people of the own grid only', () => {
    const { bench, strangerId } = setting();
    const { outcome, reason } = bench.firstWorker.submit({
      name: 'person.identify',
      args: { personId: strangerId, sealed },
    });
    expect([outcome, reason]).toEqual(['held', 'outOfScope']);
    expect(bench.row('person', strangerId)?.fields.identityNumberState).not.toBe('registered');
  });

  it('finds nobody under an unknown id, and nothing in an envelope of another kind', () => {
    const { bench, personId } = setting();
    const submit = (args: object) => bench.worker.submit({ name: 'person.identify', args } as never);
    expect(submit({ personId: 'person_nowhere_001', sealed })).toMatchObject({
      outcome: 'refused',
      reason: 'notFound',
    });
    for (const wrong of [
      { ...sealed, format: 'lianxin-rescue' },
      { ...sealed, sealed: '410599199003071234' + '!' },
      { ...sealed, plain: 1 },
    ])
      expect(submit({ personId, sealed: wrong })).toMatchObject({ outcome: 'refused', reason: 'invalid' });
  });
});
