import { randomUUID } from 'node:crypto';
import {
  type Mutation,
  type RescueAnswer,
  type RescueContent,
  type RescueEnvelope,
  rescueAnswerSchema,
} from '@lianxin/protocol';
import type { OutboxEntry } from '@lianxin/sync/client';
import { newDwelling } from '@lianxin/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
  type TestClient,
} from '../../apps/api/src/testing/test-app.ts';
import { createTestPhone } from '../../apps/api/src/testing/test-phone.ts';
import { buildPlace, type TestPlace } from '../../apps/api/src/testing/test-place.ts';
import { createDepositSealer } from '../../apps/web/src/storage/deposits/seal-deposit.ts';
import { sealRescue } from '../../apps/web/src/storage/rescue-seal.ts';
import { familyAtDoor } from './family-at-door.ts';

const planted = { name: '覃小禾', phone: '19900007788' };

let started: TestApp;
let admin: TestClient;
let place: TestPlace;
let author: Awaited<ReturnType<typeof acceptInvitation>>;

beforeEach(async () => {
  started = startTestApp();
  admin = (await signInFirstOperator(started)).client;
  place = await buildPlace(admin);
  author = await worker('王芳');
});

const worker = async (name: string) => {
  const { invitation } = await invite(admin, name, [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
  return acceptInvitation(started, { code: invitation.code, loginName: name });
};

/** A door with a household and somebody in it: what a worker saved without a network. */
const savedWork = (): readonly Mutation[] =>
  familyAtDoor(place.buildingIds[0], '602', planted).map((mutation, index) => ({
    ...mutation,
    id: randomUUID(),
    n: index + 1,
    version: 1,
    at: started.clock.now,
    offsetMs: 0,
  }));

const contentOf = (mutations: readonly Mutation[], more: Partial<RescueContent> = {}): RescueContent => ({
  rescueTicket: author.session.rescueTicket ?? '',
  accountId: author.session.account.id,
  madeAt: started.clock.now,
  lines: [{ communityId: place.communityId, replicaId: null, mutations: [...mutations] }],
  ...more,
});

const seal = (content: RescueContent): Promise<RescueEnvelope> => sealRescue(author.session.sealingKey ?? '', content);

const handIn = (client: TestClient, file: unknown, confirm = true): Promise<Response> => {
  const form = new FormData();
  form.set('file', new File([typeof file === 'string' ? file : JSON.stringify(file)], 'a.lianxin'));
  if (confirm) form.set('confirm', 'yes');
  return client.request('POST', '/rescues', form);
};

const read = async (answer: Response): Promise<RescueAnswer> => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return rescueAnswerSchema.parse(await answer.json());
};

const problemOf = async (answer: Response): Promise<string> => {
  const body: unknown = await answer.json();
  const { code, detail = '' } = body as { readonly code: string; readonly detail?: string };
  return `${answer.status} ${code} ${detail}`.trim();
};

const countOf = (sql: string): unknown => started.core.reader.sqlite.prepare(sql).pluck().get();

describe('a rescue file', () => {
  it('counts exactly once, however often it is handed in and although the phone comes back', async () => {
    const work = savedWork();
    const file = await seal(contentOf(work));
    const first = await read(await handIn(admin, file));
    expect(first).toMatchObject({ authorName: '王芳', lines: [{ count: 3, outcomes: { applied: 3, refused: 0 } }] });
    const again = await read(await handIn(admin, file));
    expect(again.lines[0]?.outcomes).toEqual(first.lines[0]?.outcomes);
    // A second file of the same work is another line of numbers, and still the same work.
    await read(await handIn(admin, await seal(contentOf(work))));
    const phone = createTestPhone(author.client, place.communityId, () => started.clock.now);
    const { outcomes, stop } = await phone.push(work);
    expect([stop, outcomes.map(({ outcome }) => outcome)]).toEqual([null, ['applied', 'applied', 'applied']]);
    expect(countOf('SELECT count(*) FROM persons')).toBe(1);
    expect(countOf('SELECT count(*) FROM dwellings')).toBe(1);
    expect(countOf("SELECT count(*) FROM mutations WHERE name LIKE '%.add'")).toBe(3);
  });

  it('counts once as well when the phone has sent a part of it before', async () => {
    const work = savedWork();
    await createTestPhone(author.client, place.communityId, () => started.clock.now).push(work.slice(0, 1));
    const answer = await read(await handIn(admin, await seal(contentOf(work))));
    expect(answer.lines[0]?.outcomes).toMatchObject({ applied: 3 });
    expect(countOf('SELECT count(*) FROM dwellings')).toBe(1);
  });

  it('goes in batches when there is much of it', async () => {
    const [door] = savedWork();
    const many = Array.from({ length: 450 }, (_, index) => ({
      ...(door as Mutation),
      id: randomUUID(),
      n: index + 1,
      args: { dwelling: newDwelling(randomUUID(), { unitId: place.buildingIds[0], doorLabel: `${index}` }) },
    }));
    const answer = await read(await handIn(admin, await seal(contentOf(many))));
    expect(answer.lines[0]).toMatchObject({ count: 450, outcomes: { applied: 450 } });
  });

  it('stays the work of its author', async () => {
    await read(await handIn(admin, await seal(contentOf(savedWork()))));
    expect(countOf("SELECT DISTINCT account_id FROM mutations WHERE name = 'member.add'")).toBe(
      author.session.account.id,
    );
  });

  it('can be looked at first, which writes nothing', async () => {
    const answer = await read(await handIn(admin, await seal(contentOf(savedWork())), false));
    expect(answer).toMatchObject({
      authorName: '王芳',
      lines: [{ count: 3, from: started.clock.now, outcomes: null }],
    });
    expect(countOf('SELECT count(*) FROM dwellings')).toBe(0);
    expect(countOf("SELECT count(*) FROM audit WHERE action = 'rescue.handedIn'")).toBe(0);
  });

  it('waits as held work when its author is disabled meanwhile', async () => {
    const file = await seal(contentOf(savedWork()));
    await admin.request('POST', `/accounts/${author.session.account.id}/disable`, {});
    const answer = await read(await handIn(admin, file));
    expect(answer.lines[0]?.outcomes).toEqual({ applied: 0, merged: 0, held: 3, refused: 0 });
  });

  it('shows nothing of its content to whoever finds it, and leaves nothing of it in the log or the audit', async () => {
    const file = JSON.stringify(await seal(contentOf(savedWork())));
    await read(await handIn(admin, file));
    const audit = String(countOf('SELECT group_concat(facts || subject_id || action) FROM audit'));
    expect(audit).toContain('rescue.handedIn');
    for (const text of [...Object.values(planted), Buffer.from(planted.name).toString('base64url').slice(0, 10)])
      for (const place of [file, audit, started.logged.join()]) expect(place).not.toContain(text);
  });
});

describe('a file that is not what it says', () => {
  it('is refused when its ticket was given to somebody else', async () => {
    const other = await worker('李大山');
    const forged = contentOf(savedWork(), { accountId: other.session.account.id });
    expect(await problemOf(await handIn(admin, await seal(forged)))).toBe('422 rescueForged');
    const empty = contentOf(savedWork(), { rescueTicket: '' });
    expect(await problemOf(await handIn(admin, await seal(empty)))).toBe('422 rescueForged');
    expect(countOf('SELECT count(*) FROM dwellings')).toBe(0);
  });

  it('is refused when it was sealed to another server', async () => {
    const elsewhere = await signInFirstOperator(startTestApp());
    const file = await sealRescue(elsewhere.session.sealingKey ?? '', contentOf(savedWork()));
    expect(await problemOf(await handIn(admin, file))).toBe('422 rescueUnreadable otherKey');
  });

  it.each(['ephemeral', 'salt', 'iv', 'sealed'] as const)(
    'is refused when one letter of %s is another',
    async (part) => {
      const file = await seal(contentOf(savedWork()));
      const letters = [...file[part]];
      letters[3] = letters[3] === 'A' ? 'B' : 'A';
      expect(await problemOf(await handIn(admin, { ...file, [part]: letters.join('') }))).toBe(
        '422 rescueUnreadable damaged',
      );
    },
  );

  it.each([
    ['another format', (file: RescueEnvelope) => ({ ...file, format: 'zip' })],
    ['another version', (file: RescueEnvelope) => ({ ...file, version: 2 })],
    ['a part too many', (file: RescueEnvelope) => ({ ...file, extra: 1 })],
    ['no JSON', () => 'PK\u0003\u0004'],
    ['half a file', (file: RescueEnvelope) => JSON.stringify(file).slice(0, 300)],
    ['nothing in it', () => ''],
  ])('is no rescue file with %s', async (_, change) => {
    const file = await seal(contentOf(savedWork()));
    expect(await problemOf(await handIn(admin, change(file)))).toBe('422 rescueUnreadable notARescueFile');
  });

  it('is refused when its numbers have a gap', async () => {
    const [first, second] = savedWork();
    if (first === undefined || second === undefined) throw new Error('there is no work');
    const gap = contentOf([first, { ...second, n: 3 }]);
    expect(await problemOf(await handIn(admin, await seal(gap)))).toBe('422 rescueUnreadable damaged');
  });
});

describe('who may hand in', () => {
  it('is an administrator, nobody else', async () => {
    const file = await seal(contentOf(savedWork()));
    expect(await problemOf(await handIn(author.client, file))).toBe('403 notAllowed');
    expect(await problemOf(await handIn(started.client(), file))).toBe('401 notSignedIn');
  });

  it('is not an administrator of another community, to whom the author is unknown', async () => {
    const file = await seal(contentOf(savedWork()));
    const elsewhere = await buildPlace(admin, '槐树街社区');
    const { invitation } = await invite(admin, '何敏', [{ unitId: elsewhere.communityId, role: 'communityAdmin' }]);
    const other = await acceptInvitation(started, { code: invitation.code, loginName: '何敏' });
    expect(await problemOf(await handIn(other.client, file))).toBe('404 notFound');
    expect(countOf('SELECT count(*) FROM dwellings WHERE door_label = 602')).toBe(0);
  });

  it('leaves the work of a community out of reach to its own administrator', async () => {
    const elsewhere = await buildPlace(admin, '槐树街社区');
    const { invitation } = await invite(admin, '何敏', [{ unitId: place.communityId, role: 'communityAdmin' }]);
    const own = await acceptInvitation(started, { code: invitation.code, loginName: '何敏' });
    const [line] = contentOf(savedWork()).lines;
    if (line === undefined) throw new Error('there is no line');
    const both = contentOf([], { lines: [line, { ...line, communityId: elsewhere.communityId }] });
    const answer = await read(await handIn(own.client, await seal(both)));
    expect(answer.lines.map(({ communityId, outcomes }) => [communityId, outcomes?.applied ?? null])).toEqual([
      [place.communityId, 3],
      [null, null],
    ]);
  });
});

describe('a file of deposits, from a phone whose PIN nobody can type', () => {
  const depositsOf = async (by: typeof author, work: readonly Mutation[], ticket = by.session.rescueTicket) => {
    const seal = createDepositSealer({
      sealingKey: by.session.sealingKey ?? '',
      rescueTicket: ticket ?? '',
      accountId: by.session.account.id,
    });
    const entry = { communityId: place.communityId, order: 1, acknowledgedRev: null };
    const sealed = await Promise.all(
      work.map((mutation) => seal('replica-0000000000001', { ...entry, ...mutation } as unknown as OutboxEntry)),
    );
    return sealed.map((text) => JSON.parse(text ?? 'null'));
  };
  const fileOf = (deposits: readonly unknown[]) => ({ format: 'lianxin-deposits', version: 1, deposits });

  it('is taken like a rescue file, and the same work in both counts once', async () => {
    const work = savedWork();
    const answer = await read(await handIn(admin, fileOf(await depositsOf(author, work))));
    expect(answer).toMatchObject({ authorName: '王芳', lines: [{ count: 3, outcomes: { applied: 3 } }] });
    await read(await handIn(admin, await seal(contentOf(work))));
    expect(countOf("SELECT count(*) FROM mutations WHERE name LIKE '%.add'")).toBe(3);
    expect(countOf('SELECT count(*) FROM persons')).toBe(1);
  });

  it('is refused as a whole when one piece proves nothing, is of somebody else, or is damaged', async () => {
    const other = await worker('李丽');
    const [mine] = await depositsOf(author, savedWork().slice(0, 1));
    const [forged] = await depositsOf(author, savedWork().slice(0, 1), other.session.rescueTicket);
    const [foreign] = await depositsOf(other, savedWork().slice(0, 1));
    const damaged = { ...mine, sealed: `${mine.sealed.slice(0, -6)}AAAAAA` };
    expect(await problemOf(await handIn(admin, fileOf([mine, forged])))).toBe('422 rescueForged');
    expect(await problemOf(await handIn(admin, fileOf([mine, foreign])))).toBe('422 rescueUnreadable damaged');
    expect(await problemOf(await handIn(admin, fileOf([mine, damaged])))).toBe('422 rescueUnreadable damaged');
    expect(countOf('SELECT count(*) FROM dwellings')).toBe(0);
  });
});
