import { randomUUID } from 'node:crypto';
import { type DepositsAnswer, depositsAnswerSchema, type Mutation, type PushAnswer } from '@lianxin/protocol';
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
import { createDepositSealer, type DepositKeys } from '../../apps/web/src/storage/deposits/seal-deposit.ts';
import { familyAtDoor } from './family-at-door.ts';

const planted = { name: '覃小禾', phone: '19900007788' };
/** In letters that no cipher text and no time of day can hold by chance. */
const door = '北门六〇二';

let started: TestApp;
let admin: TestClient;
let place: TestPlace;
let author: Awaited<ReturnType<typeof acceptInvitation>>;
let phone: TestPhone;

const worker = async (name: string, gridId = place.gridIds[0]) => {
  const { invitation } = await invite(admin, name, [{ unitId: gridId, role: 'gridWorker' }]);
  return acceptInvitation(started, { code: invitation.code, loginName: name });
};

beforeEach(async () => {
  started = startTestApp();
  admin = (await signInFirstOperator(started)).client;
  place = await buildPlace(admin);
  author = await worker('王芳');
  phone = createTestPhone(author.client, place.communityId, () => started.clock.now);
});

/** A door with a household and somebody in it, as they lie in the outbox of the author's phone. */
const savedWork = (): Mutation[] =>
  familyAtDoor(place.buildingIds[0], door, planted).map(({ name, args }) => phone.mutation(name, args));

const keysOf = ({ session }: typeof author): DepositKeys => ({
  sealingKey: session.sealingKey ?? '',
  rescueTicket: session.rescueTicket ?? '',
  accountId: session.account.id,
});

/** Seals as a phone does, one by one. */
const seal = async (mutations: readonly Mutation[], keys = keysOf(author)): Promise<unknown[]> => {
  const sealer = createDepositSealer(keys);
  const sealed = mutations.map(async (mutation) => {
    const entry = { ...mutation, communityId: place.communityId, order: mutation.n, acknowledgedRev: null };
    return JSON.parse((await sealer(phone.replicaId, entry)) ?? 'null');
  });
  return Promise.all(sealed);
};

const handIn = async (deposits: readonly unknown[], client = started.client()): Promise<DepositsAnswer['receipts']> => {
  const answer = await client.request('POST', '/deposits', { deposits });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return depositsAnswerSchema.parse(await answer.json()).receipts;
};

const countOf = (sql: string): unknown => started.core.reader.sqlite.prepare(sql).pluck().get();
const said = ({ stop, outcomes }: PushAnswer) => [stop, outcomes.map(({ outcome }) => outcome)];
const taken = (receipts: DepositsAnswer['receipts']) => receipts.map((receipt) => receipt.taken);

describe('work that somebody else hands in', () => {
  it('is pushed as its author, by whoever brings it and signed in or not, each change once', async () => {
    const work = savedWork();
    const colleague = await worker('刘洋', place.gridIds[1]);
    const receipts = await handIn(await seal(work), colleague.client);
    expect(receipts).toEqual(work.map(({ id }) => ({ taken: true, mutationIds: [id], reason: null })));
    expect(taken(await handIn(await seal(work)))).toEqual([true, true, true]);
    expect(countOf('SELECT count(*) FROM persons')).toBe(1);
    expect(countOf("SELECT DISTINCT account_id FROM mutations WHERE name LIKE '%.add'")).toBe(
      author.session.account.id,
    );
  });

  it('lets the phone that comes back afterwards go on counting, without fork or gap', async () => {
    const work = savedWork();
    await handIn(await seal(work));
    expect(said(await phone.push(work))).toEqual([null, ['applied', 'applied', 'applied']]);
    expect(said(await phone.push(savedWork()))).toEqual([null, ['applied', 'applied', 'applied']]);
  });

  it('leaves what the phone said last of what it still holds', async () => {
    const work = [...savedWork(), ...savedWork()];
    await phone.push(work.slice(0, 2), { left: 4 });
    await handIn((await seal(work)).slice(2, 4));
    expect(countOf('SELECT unsent FROM replicas')).toBe(4);
    await phone.push(work.slice(2), { left: 0 });
    expect(countOf('SELECT unsent FROM replicas')).toBe(0);
  });

  it('fits in with what the phone sends itself, in whatever turns the two come', async () => {
    const work = [...savedWork(), ...savedWork(), ...savedWork()];
    const deposits = await seal(work);
    expect(said(await phone.push(work.slice(0, 2)))).toEqual([null, ['applied', 'applied']]);
    expect(taken(await handIn(deposits.slice(0, 5)))).toEqual(Array(5).fill(true));
    expect(said(await phone.push(work.slice(2, 7)))).toEqual([null, Array(5).fill('applied')]);
    expect(taken(await handIn(deposits))).toEqual(Array(9).fill(true));
    expect(said(await phone.push(work.slice(7)))).toEqual([null, ['applied', 'applied']]);
    expect(countOf('SELECT count(*) FROM mutations')).toBe(9);
    expect(countOf('SELECT count(*) FROM replicas')).toBe(1);
  });

  it('is taken behind a gap as well, and the phone closes the gap later', async () => {
    const first = savedWork();
    const work = [...first, ...savedWork()];
    const deposits = await seal(work);
    await phone.push(work.slice(0, 1));
    // The second change has no deposit: it was saved before the server's key was known.
    expect(taken(await handIn(deposits.slice(3)))).toEqual([true, true, true]);
    expect(said(await phone.push(work.slice(1)))).toEqual([null, Array(5).fill('applied')]);
    expect(said(await phone.push(savedWork()))).toEqual([null, Array(3).fill('applied')]);
    expect(countOf('SELECT count(*) FROM persons')).toBe(3);
  });

  it('answers the same when the receipt was lost between COMMIT and phone', async () => {
    const deposits = await seal(savedWork());
    const first = await handIn(deposits);
    expect(await handIn(deposits)).toEqual(first);
  });

  it('is decided as the author may write now: what an ex-worker edits is held, not lost', async () => {
    const work = savedWork();
    await admin.request('PUT', `/accounts/${author.session.account.id}/postings`, { postings: [] });
    expect(taken(await handIn(await seal(work)))).toEqual([true, true, true]);
    expect(countOf('SELECT count(*) FROM persons')).toBe(0);
    expect(countOf("SELECT count(*) FROM mutations WHERE outcome = 'held'")).toBe(3);
  });

  it('is held when nobody remembers the session its ticket was given to: the phone may have been lost', async () => {
    const deposits = await seal(savedWork());
    started.core.writer.sqlite.prepare('DELETE FROM sessions WHERE account_id = ?').run(author.session.account.id);
    expect(taken(await handIn(deposits))).toEqual([true, true, true]);
    expect(countOf("SELECT count(*) FROM mutations WHERE outcome = 'held'")).toBe(3);
  });

  it('is held for an account that was disabled', async () => {
    const work = savedWork();
    await admin.request('POST', `/accounts/${author.session.account.id}/disable`);
    expect(taken(await handIn(await seal(work)))).toEqual([true, true, true]);
    expect(countOf("SELECT count(*) FROM mutations WHERE outcome = 'held' AND reason = 'accountDisabled'")).toBe(3);
  });
});

describe('a deposit that is not what it says', () => {
  const reasons = (receipts: DepositsAnswer['receipts']) => receipts.map(({ reason }) => reason);

  it('is refused when its ticket was made up, whether the account exists or not, in the same words', async () => {
    const colleague = await worker('刘洋', place.gridIds[1]);
    const work = savedWork();
    const forgeries: DepositKeys[] = [
      { ...keysOf(author), rescueTicket: keysOf(colleague).rescueTicket },
      { ...keysOf(author), rescueTicket: `${randomUUID()}.${keysOf(author).rescueTicket.split('.')[1]}` },
      { ...keysOf(author), rescueTicket: '' },
      { ...keysOf(author), accountId: randomUUID() },
    ];
    for (const keys of forgeries) {
      const receipts = await handIn(await seal(work, keys));
      expect(receipts).toEqual(Array(3).fill({ taken: false, mutationIds: [], reason: 'forged' }));
    }
    expect(countOf('SELECT count(*) FROM mutations')).toBe(0);
  });

  it('is refused when it was sealed to another server', async () => {
    const other = createSealingKey(newPrivateKey()).publicKey;
    expect(reasons(await handIn(await seal(savedWork(), { ...keysOf(author), sealingKey: other })))).toEqual(
      Array(3).fill('otherServer'),
    );
  });

  it('is unreadable with one changed byte, and its neighbours are taken', async () => {
    const deposits = (await seal(savedWork())) as { sealed: string }[];
    const spoilt = deposits.map((deposit, at) =>
      at === 2 ? { ...deposit, sealed: `${deposit.sealed.slice(0, -2)}AA` } : deposit,
    );
    expect(reasons(await handIn(spoilt))).toEqual([null, null, 'unreadable']);
  });

  it('cannot take over the number or the id of somebody else', async () => {
    const colleague = await worker('刘洋', place.gridIds[0]);
    const work = savedWork();
    await phone.push(work);
    // The colleague seals the author's very ids, and then news of their own, under the author's replica.
    expect(taken(await handIn(await seal(work, keysOf(colleague))))).toEqual([true, true, true]);
    expect(taken(await handIn(await seal(savedWork(), keysOf(colleague))))).toEqual([true, true, true]);
    const authors = started.core.reader.sqlite
      .prepare('SELECT account_id, count(*) AS n FROM mutations GROUP BY account_id')
      .all();
    expect(authors).toHaveLength(2);
    expect(countOf(`SELECT last_n FROM replicas WHERE id = '${phone.replicaId}'`)).toBe(3);
    expect(countOf('SELECT count(*) FROM persons')).toBe(2);
  });

  it('is refused whole when it is too many, too large or no envelope', async () => {
    const client = started.client();
    const [deposit] = await seal(savedWork());
    const status = async (body: unknown) => (await client.request('POST', '/deposits', body)).status;
    expect(await status({ deposits: Array(201).fill(deposit) })).toBe(400);
    expect(await status({ deposits: [] })).toBe(400);
    expect(await status({ deposits: [{ ...(deposit as object), extra: 1 }] })).toBe(400);
    expect(await status({ deposits: ['x'.repeat(1_100_000)] })).toBe(413);
    expect(await status({ deposits: [deposit], as: author.session.account.id })).toBe(400);
  });

  it('slows down an address that never stops', async () => {
    const client = started.client();
    const other = createSealingKey(newPrivateKey()).publicKey;
    const deposits = (await seal(savedWork(), { ...keysOf(author), sealingKey: other })).slice(0, 1);
    const statuses = new Set<number>();
    for (let call = 0; call < 242; call += 1)
      statuses.add((await client.request('POST', '/deposits', { deposits })).status);
    expect([...statuses]).toEqual([200, 429]);
    // Nothing more of what it sends is even read.
    expect((await client.request('POST', '/deposits', { deposits: ['x'.repeat(1_100_000)] })).status).toBe(429);
    started.clock.now += 600_000;
    expect((await client.request('POST', '/deposits', { deposits })).status).toBe(200);
  });

  it('leaves nothing of its content in logs, answers or the envelope', async () => {
    const work = savedWork();
    const deposits = await seal(work);
    const receipts = await handIn(deposits);
    const told = [JSON.stringify(deposits), JSON.stringify(receipts), started.logged.join('\n')].join('\n');
    for (const secret of [planted.name, planted.phone, door, keysOf(author).rescueTicket])
      expect(told).not.toContain(secret);
  });
});
