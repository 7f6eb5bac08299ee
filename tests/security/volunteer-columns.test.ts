import { phoneFields, recordNames, specOf } from '@lianxin/domain';
import { describe, expect, it } from 'vitest';
import { signInStarter, startDemoApp } from '../../apps/api/src/testing/test-demo.ts';
import { createTestPhone } from '../../apps/api/src/testing/test-phone.ts';

/** Printed on the notice of every building: it is for everybody to read. */
const onNotices = ['supervisionPhone', 'duty'] as const;

/** Everything a volunteer's phone may ever hold, by record type; a field that is added to one of these is a decision to be made here. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  unit: ['kind', 'parentId', 'name', 'code', 'estate', 'layout', 'floors', ...onNotices, 'sortOrder', 'fromOn', 'toOn'],
  wishNotice: ['what', 'place', 'timeWindow', 'skill', 'state', 'publishedAt'],
  householdCard: ['what', 'agreementWay', 'contactName', 'address', 'phone', 'workerName'],
  help: phoneFields(specOf('help')),
};

describe('what reaches a phone', () => {
  it('is for a volunteer only notices, places, cards of claims and own help, column by column', async () => {
    const { started, townId } = await startDemoApp();
    const client = await signInStarter(started, '陈晨');
    const phone = createTestPhone(client, townId, () => started.clock.now);
    const first = (await phone.pullAll()).flatMap((page) => page.buckets.flatMap((bucket) => bucket.rows));
    const notice = first.find((row) => row.table === 'wishNotice');
    await phone.push([phone.mutation('wish.claim', { noticeId: notice?.id ?? '' })]);
    const rows = [
      ...first,
      ...(await phone.pullAll()).flatMap((page) => page.buckets.flatMap((bucket) => bucket.rows)),
    ];
    expect(new Set(rows.map((row) => row.table))).toEqual(new Set(['unit', 'wishNotice', 'householdCard', 'help']));
    for (const row of rows)
      expect(Object.keys(row.fields ?? {}).filter((field) => !allowed[row.table]?.includes(field))).toEqual([]);
  });

  it('never holds a sealed or server-only column, for any role', async () => {
    const { started, townId } = await startDemoApp();
    const forbidden = recordNames.flatMap((name) =>
      Object.keys(specOf(name).fields).filter((field) => !phoneFields(specOf(name)).includes(field)),
    );
    expect(forbidden).toContain('identityNumberSealed');
    const client = await signInStarter(started, '王芳');
    const text = JSON.stringify(await createTestPhone(client, townId, () => started.clock.now).pullAll());
    for (const field of new Set(forbidden)) expect(text).not.toContain(`"${field}"`);
    expect(text).not.toMatch(/410599\d{8}|lx1\.a256gcm/);
  });
});
