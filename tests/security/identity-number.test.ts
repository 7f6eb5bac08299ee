import { randomUUID } from 'node:crypto';
import { checkCharacterOf } from '@lianxin/domain';
import { readWorkbook } from '@lianxin/ledger';
import type { Mutation, MutationOutcome } from '@lianxin/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSealingKey, newPrivateKey } from '../../apps/api/src/crypto/sealing-key.ts';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
  type TestClient,
} from '../../apps/api/src/testing/test-app.ts';
import { createTestPhone, type TestPhone } from '../../apps/api/src/testing/test-phone.ts';
import { buildPlace, type TestPlace } from '../../apps/api/src/testing/test-place.ts';
import { sealIdentityNumber } from '../../apps/web/src/storage/deposits/seal-identity-number.ts';
import { familyAtDoor } from './family-at-door.ts';

const numberOf = (first17: string): string => first17 + checkCharacterOf(first17);
const planted = numberOf('41059919620721257');

let started: TestApp;
let admin: TestClient;
let place: TestPlace;
let author: Awaited<ReturnType<typeof acceptInvitation>>;
let phone: TestPhone;

const join = async (name: string, gridId: string) => {
  const { invitation } = await invite(admin, name, [{ unitId: gridId, role: 'gridWorker' }]);
  return acceptInvitation(started, { code: invitation.code, loginName: name });
};

beforeEach(async () => {
  started = startTestApp();
  admin = (await signInFirstOperator(started)).client;
  place = await buildPlace(admin);
  author = await join('王芳', place.gridIds[0]);
  phone = createTestPhone(author.client, place.communityId, () => started.clock.now);
});

/** Somebody behind a door of their own. */
const newcomer = async (name: string, fields: object = {}): Promise<string> => {
  const personId = randomUUID();
  const family = familyAtDoor(place.buildingIds[0], name, { name, ...fields }, personId);
  const { outcomes } = await phone.push(family.map((saved) => phone.mutation(saved.name, saved.args)));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
  return personId;
};

const identify = async (personId: string, number: string, sealedFor = personId): Promise<Mutation> => {
  const sealed = await sealIdentityNumber(author.session.sealingKey ?? '', { personId: sealedFor, number });
  return phone.mutation('person.identify', { personId, sealed });
};

const push = async (mutation: Mutation): Promise<MutationOutcome | undefined> =>
  (await phone.push([mutation])).outcomes[0];

const personRow = (id: string) =>
  started.core.reader.rows.read(place.communityId, 'person', id)?.fields ?? { missing: true };

const unmasked = async (): Promise<string> => {
  const answer = await admin.request('POST', `/ledgers/residents.xlsx?community=${place.communityId}`, {
    unmasked: true,
    reason: '核对',
  });
  expect(answer.status).toBe(200);
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const decoders = { utf8: decode, gb18030: decode };
  const read = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), { decoders });
  return JSON.stringify(read.ok ? read.value : null);
};

/** What the history of a person tells, in the order in which it came, without what was told of their making. */
const historyOf = (id: string): readonly unknown[] =>
  started.core.reader.sqlite
    .prepare('SELECT field, before, after, changed_by_name FROM field_changes WHERE row_id = ? ORDER BY rev, field')
    .all(id)
    .map((row) => Object.values(row as object));

describe('an ID number that was typed on a phone', () => {
  it('is opened by the server alone, sealed for its person, and told to phones as registered', async () => {
    const personId = await newcomer('覃小禾', { birthOn: null, sex: null });
    expect(await push(await identify(personId, planted))).toMatchObject({ outcome: 'applied' });
    const row = personRow(personId);
    expect(row).toMatchObject({ identityNumberState: 'registered', birthOn: '1962-07-21', sex: '1' });
    expect(started.keyring.open(String(row.identityNumberSealed), personId)).toBe(planted);
    expect(row.identityNumberHash).toBe(started.keyring.hashIdentityNumber(planted));
    const pages = JSON.stringify(await phone.pullAll());
    expect(pages).toContain('"identityNumberState":"registered"');
    expect(pages).not.toMatch(/identityNumberSealed|identityNumberHash|lx1\./);
  });

  it('is found nowhere else: not in the log of mutations, the feed, a pull, the server log or the database file', async () => {
    const personId = await newcomer('覃小禾');
    const mutation = await identify(personId, planted);
    expect(JSON.stringify(mutation)).not.toContain(planted);
    await push(mutation);
    const { sqlite } = started.core.reader;
    expect(sqlite.prepare("SELECT args FROM mutations WHERE name = 'person.identify'").pluck().all()).toEqual([
      JSON.stringify({ personId }),
    ]);
    expect(sqlite.serialize().includes(planted)).toBe(false);
    expect(JSON.stringify(await phone.pullAll()) + started.logged.join('\n')).not.toContain(planted);
    // The same mutation again is answered from what was stored, without its number.
    expect(await push(mutation)).toMatchObject({ outcome: 'applied' });
  });

  it('is told in the history as it came to rest, with what it tells of birth and sex', async () => {
    const [first, second] = [
      await newcomer('覃小禾', { birthOn: null, sex: null }),
      await newcomer('方长秋', { birthOn: null, sex: null }),
    ];
    const ofFirst = [
      ['birthOn', null, '"1962-07-21"', '王芳'],
      ['identityNumberState', '"none"', '"registered"', '王芳'],
      ['sex', null, '"1"', '王芳'],
    ];
    await push(await identify(first, planted));
    expect(historyOf(first)).toEqual(ofFirst);
    await push(await identify(first, planted));
    expect(historyOf(first)).toEqual(ofFirst);
    await push(await identify(second, planted));
    expect(historyOf(second)).toEqual([['identityNumberState', '"none"', '"toCheck"', '王芳']]);
    await push(await identify(first, numberOf('41059919620721259')));
    expect(historyOf(first)).toEqual([...ofFirst, ['identityNumberState', '"registered"', '"toCheck"', '王芳']]);
  });

  it('leaves what somebody has said of birth and sex as they said it', async () => {
    const personId = await newcomer('覃小禾', { birthOn: '1963-01-01', sex: '2' });
    await push(await identify(personId, planted));
    expect(personRow(personId)).toMatchObject({ birthOn: '1963-01-01', sex: '2' });
  });

  it('that somebody else has too is to be checked, at the second of them', async () => {
    const [first, second] = [await newcomer('覃小禾'), await newcomer('方长秋')];
    await push(await identify(first, planted));
    expect(await push(await identify(second, planted))).toMatchObject({ outcome: 'applied' });
    expect(personRow(first).identityNumberState).toBe('registered');
    expect(personRow(second).identityNumberState).toBe('toCheck');
    expect(started.keyring.open(String(personRow(second).identityNumberSealed), second)).toBe(planted);
  });

  it('that differs from the one on record replaces it and is to be checked; the same again changes nothing', async () => {
    const personId = await newcomer('覃小禾');
    await push(await identify(personId, planted));
    await push(await identify(personId, planted));
    expect(personRow(personId).identityNumberState).toBe('registered');
    const other = numberOf('41059919620721259');
    await push(await identify(personId, other));
    expect(personRow(personId).identityNumberState).toBe('toCheck');
    expect(started.keyring.open(String(personRow(personId).identityNumberSealed), personId)).toBe(other);
  });

  it.each([
    [
      'whose check fails',
      async (id: string) => identify(id, `${planted.slice(0, 17)}${planted.endsWith('1') ? '2' : '1'}`),
    ],
    ['that is no number', async (id: string) => identify(id, '覃小禾的号码')],
    ['that was sealed for somebody else', async (id: string) => identify(id, planted, randomUUID())],
    [
      'that was sealed to another server',
      async (id: string) => {
        const key = createSealingKey(newPrivateKey()).publicKey;
        const sealed = await sealIdentityNumber(key, { personId: id, number: planted });
        return phone.mutation('person.identify', { personId: id, sealed });
      },
    ],
  ])('%s is refused with the field named, and nothing of it is kept', async (_, make) => {
    const personId = await newcomer('覃小禾');
    const mutation = await make(personId);
    expect(await push(mutation)).toMatchObject({ outcome: 'refused', reason: 'invalid', field: 'identityNumber' });
    expect(personRow(personId)).toMatchObject({ identityNumberState: 'none', identityNumberSealed: null });
    const { sqlite } = started.core.reader;
    expect(sqlite.prepare('SELECT args FROM mutations WHERE id = ?').pluck().get(mutation.id)).toBe(
      JSON.stringify({ personId }),
    );
  });

  it('counts when held work is taken: an ex-worker’s is opened only then', async () => {
    const personId = await newcomer('覃小禾');
    const mutation = await identify(personId, planted);
    await admin.request('PUT', `/accounts/${author.session.account.id}/postings`, { postings: [] });
    expect(await push(mutation)).toMatchObject({ outcome: 'held' });
    expect(personRow(personId).identityNumberState).toBe('none');
    const colleague = await join('刘洋', place.gridIds[0]);
    const theirs = createTestPhone(colleague.client, place.communityId, () => started.clock.now);
    const taking = theirs.mutation('held.decide', { heldId: mutation.id, state: 'taken' });
    expect((await theirs.push([taking])).outcomes).toMatchObject([{ outcome: 'applied' }]);
    expect(historyOf(personId)).toContainEqual(['identityNumberState', '"none"', '"registered"', '王芳']);
    expect(started.keyring.open(String(personRow(personId).identityNumberSealed), personId)).toBe(planted);
  });

  it('stands in the unmasked ledger of the desk', async () => {
    const personId = await newcomer('覃小禾');
    await push(await identify(personId, planted));
    expect(await unmasked()).toContain(planted);
  });

  it('goes with the person who is erased, and a late one about them is not kept', async () => {
    const personId = await newcomer('覃小禾');
    await push(await identify(personId, planted));
    const erase = await admin.request('POST', `/persons/${personId}/erase`, {
      community: place.communityId,
      reason: '本人要求',
    });
    expect(erase.status).toBe(200);
    expect(personRow(personId)).toMatchObject({ identityNumberSealed: null, identityNumberHash: null });
    expect(await push(await identify(personId, planted))).toMatchObject({ outcome: 'refused', reason: 'erased' });
  });
});
