import { join } from 'node:path';
import { readWorkbook } from '@lianxin/ledger';
import { erasureAnswerSchema, erasureLookSchema, foundPersonsSchema, ledgerPreviewSchema } from '@lianxin/protocol';
import { beforeAll, describe, expect, it } from 'vitest';
import { readErasures } from '../../apps/api/src/durability/erasure-list.ts';
import { isAuditIntact } from '../../apps/api/src/store/sqlite/audit-log.ts';
import { digestMismatches } from '../durability/digest-mismatches.ts';
import { edits, filesHolding, type PlantedPerson, planted, plantPerson, push, visitOf } from './planted-person.ts';

const counted = [
  'persons',
  'memberships',
  'tags',
  'households',
  'dwellings',
  'visits',
  'answer_sheets',
  'needs',
  'wishes',
  'household_cards',
  'helps',
  'conflicts',
  'held_works',
  'field_changes',
  'mutations',
] as const;

interface Seen {
  readonly counts: Readonly<Record<string, unknown>>;
  readonly history: readonly unknown[];
  readonly residents: string;
  readonly sealed: readonly string[];
}

const look = async ({ started, operator, place, personId }: PlantedPerson): Promise<Seen> => {
  const { sqlite } = started.core.reader;
  const person = started.core.reader.rows.read(place.communityId, 'person', personId);
  const sealed = ['identityNumberSealed', 'identityNumberHash', 'importKey'].map((field) => person?.fields[field]);
  const figures = await operator.request('GET', `/ledgers/residents/preview?community=${place.communityId}`);
  const { total, figures: sums } = JSON.parse(await figures.text());
  return {
    counts: Object.fromEntries(
      counted.map((table) => [table, sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
    ),
    history: sqlite
      .prepare(
        'SELECT id, replica_id, n, rev, name, at, event_at, account_id, outcome, reason, field FROM mutations ORDER BY id',
      )
      .all(),
    residents: JSON.stringify([total, sums]),
    sealed: sealed.filter((value) => typeof value === 'string'),
  };
};

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const cellsOf = async (file: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const read = await readWorkbook(file, { decoders: { utf8: decode, gb18030: decode } });
  if (!read.ok) throw new Error(`a kept file cannot be read: ${read.error.type}`);
  return read.value[0]?.rows ?? [];
};

const needles = [...Object.values(planted), '139-7771-2345', '钟楼修表铺', '青禾县钟楼街9号', '每周三透析'];

describe('a planted person after erasing', () => {
  let about: PlantedPerson;
  let before: Seen;
  let heldBefore: readonly (readonly string[])[];
  let openBefore: unknown;
  let foretold: unknown;
  let answer: Response;

  const openConflicts = (): unknown =>
    about.started.core.reader.sqlite
      .prepare("SELECT count(*) FROM conflicts WHERE state = 'open' AND row_id = ?")
      .pluck()
      .get(about.personId);
  const files = (text: string): readonly string[] => filesHolding(about.started.directory, text);

  beforeAll(async () => {
    about = await plantPerson();
    before = await look(about);
    openBefore = openConflicts();
    about.started.core.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    heldBefore = needles.map(files);
    const { operator, place, personId } = about;
    const looked = await operator.request('GET', `/persons/${personId}/erasure?community=${place.communityId}`);
    foretold = erasureLookSchema.parse(await looked.json());
    answer = await operator.request('POST', `/persons/${personId}/erase`, {
      community: place.communityId,
      reason: '本人书面要求',
    });
  });

  it('was found in the data folder by each of their values before', () => {
    for (const [at, found] of heldBefore.entries()) expect(found, needles[at]).toEqual(['lianxin.sqlite']);
    for (const table of counted) expect(before.counts[table], table).toBeGreaterThan(0);
    expect(openBefore).toBeGreaterThan(0);
    expect(before.sealed.length).toBe(3);
    for (const value of before.sealed) expect(value.length).toBeGreaterThan(20);
  });

  it('is found in no byte of the data folder and in no line of the log', () => {
    expect(answer.status).toBe(200);
    for (const needle of [...needles, ...before.sealed]) expect(files(needle), needle).toEqual([]);
    const logged = about.started.logged.join('\n');
    for (const needle of needles) expect(logged).not.toContain(needle);
  });

  it('is found in no kept file of an import, neither confirmed nor waiting', async () => {
    const { started, operator, importId } = about;
    const rows = started.core.reader.sqlite
      .prepare<[], { id: string; content: Buffer; preview: Buffer; imported_rows: string }>('SELECT * FROM imports')
      .all();
    expect(rows.map(({ id }) => id)).toEqual([importId]);
    for (const { id, content, preview, imported_rows } of rows) {
      const cells = await cellsOf(started.keyring.openBytes(content, id));
      expect(cells.flat()).toContain('李秀英');
      const opened = JSON.stringify([cells, started.keyring.openBytes(preview, id).toString('utf8')]);
      for (const needle of needles) expect(opened).not.toContain(needle);
      expect(imported_rows).toContain(about.personId);
    }
    expect((await operator.request('GET', `/imports/${importId}`)).status).toBe(200);
  });

  it('stands in the export of the same shape as erased, and everybody else as before', async () => {
    const { operator, place } = about;
    const inShape = await operator.request('GET', `/ledgers/as-imported.xlsx?community=${place.communityId}`);
    expect(inShape.status).toBe(200);
    const cells = await cellsOf(new Uint8Array(await inShape.arrayBuffer()));
    expect(cells.slice(1, 4).map((row) => row.slice(0, 6))).toEqual([
      ['1号楼', '1单元', '101', '〔已抹除〕', '〔已抹除〕', '户主'],
      ['1号楼', '1单元', '101', '〔已抹除〕', '李**', '妻'],
      ['2号楼', '1单元', '201', '赵*', '赵*', '户主'],
    ]);
  });

  it('leaves every count, every place in history and every outcome as they were', async () => {
    const after = await look(about);
    expect(after.counts).toEqual(before.counts);
    expect(after.history).toEqual(before.history);
    expect(after.residents).toBe(before.residents);
    const { sqlite } = about.started.core.reader;
    expect(digestMismatches(sqlite, about.place.communityId)).toEqual([]);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('is told in the audit by id, reason and counts, and its chain holds', async () => {
    const { removed } = erasureAnswerSchema.parse(await answer.clone().json());
    expect(foretold).toMatchObject({ removes: removed });
    expect(removed.values).toBeGreaterThan(8);
    expect(removed).toMatchObject({ imports: 2 });
    expect(isAuditIntact(about.started.core.reader)).toBe(true);
    const lines = about.started.core.reader.sqlite
      .prepare<[], { subject_id: string; facts: string }>("SELECT * FROM audit WHERE action = 'person.erased'")
      .all();
    expect(lines.map((line) => [line.subject_id, JSON.parse(line.facts)])).toEqual([
      [about.personId, { reason: '本人书面要求', ...removed }],
    ]);
  });

  it('is listed by id beside the witness, for every later restore', () => {
    const listed = readErasures([join(about.started.directory, 'witness')]);
    expect(listed).toEqual([
      {
        communityId: about.place.communityId,
        personId: about.personId,
        at: about.started.clock.now,
        actorId: expect.any(String),
      },
    ]);
  });

  it('reaches every phone empty, the volunteer’s card too', async () => {
    const { worker, volunteer } = about;
    const rows = [...(await worker.pullAll()), ...(await volunteer.pullAll())]
      .flatMap((page) => page.buckets)
      .flatMap((bucket) => bucket.rows);
    expect(rows.find((row) => row.id === about.personId)?.fields).toMatchObject({
      name: null,
      phone: null,
      erasedAt: about.started.clock.now,
    });
    const card = rows.find((row) => row.table === 'householdCard');
    expect(card?.fields).toMatchObject({ contactName: null, phone: null });
    const text = JSON.stringify(rows);
    for (const needle of needles) expect(text).not.toContain(needle);
  });

  it('is asked about by nobody any more', () => {
    expect(openConflicts()).toBe(0);
  });

  it('is told of nothing new: what still comes in about them is refused and its words are not kept', async () => {
    const { worker, personId, membershipId, householdId } = about;
    const again = {
      person: { id: personId, fields: { name: planted.name } },
      membership: { id: membershipId.replace(/.$/, '0'), fields: { personId, householdId, kind: 'resident' } },
    };
    const outcomes = await push(worker, [
      ['record.edit', edits('person', personId, { name: planted.name, phone: planted.phone })],
      ['record.edit', edits('membership', membershipId, { relationText: planted.relationText })],
      ['member.add', again],
      ['tag.add', { tag: { id: personId, fields: { personId, kind: 'livesAlone', source: planted.name } } }],
    ]);
    expect(outcomes.map(({ outcome, reason }) => [outcome, reason])).toEqual(
      Array.from({ length: 4 }, () => ['refused', 'erased']),
    );
    about.started.core.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    for (const needle of needles) expect(files(needle), needle).toEqual([]);
  });

  it('is shown at the desk without a name, and in a ledger as erased', async () => {
    const { operator, place } = about;
    const found = await operator.request('POST', '/persons/find', {
      community: place.communityId,
      search: '1号楼 101',
    });
    const { persons } = foundPersonsSchema.parse(await found.json());
    expect(persons.map(({ name, erasedAt }) => [name, erasedAt !== null])).toEqual([
      ['李**', false],
      ['', true],
    ]);
    const ledger = await operator.request('GET', `/ledgers/residents/preview?community=${place.communityId}`);
    const { rows } = ledgerPreviewSchema.parse(await ledger.json());
    expect(rows.filter((cells) => cells.includes('〔已抹除〕')).length).toBe(1);
  });
});

describe('erasing one of two people of the same name', () => {
  it('touches nothing of the other, neither record nor visits nor history, but takes the number out everywhere', async () => {
    const about = await plantPerson(planted.name);
    const { started, operator, place, neighbour, worker } = about;
    await push(worker, [['visit.log', visitOf(neighbour, { note: `${planted.name}身体好` })]]);
    const { rows, sqlite } = started.core.reader;
    const read = () => ({
      person: rows.read(place.communityId, 'person', neighbour.personId),
      payloads: sqlite.prepare('SELECT id, args FROM mutations WHERE instr(args, ?) > 0').all('身体好'),
      visits: sqlite
        .prepare<[string], string>('SELECT note FROM visits WHERE household_id = ? ORDER BY note')
        .pluck()
        .all(neighbour.householdId),
    });
    const before = read();
    expect(before.person?.fields).toMatchObject({ name: planted.name });
    expect(before.payloads.length).toBe(1);
    const body = { community: place.communityId, reason: '本人书面要求' };
    expect((await operator.request('POST', `/persons/${about.personId}/erase`, body)).status).toBe(200);
    const after = read();
    expect(after.person).toEqual(before.person);
    expect(after.payloads).toEqual(before.payloads);
    expect(after.visits).toEqual(['有人说打 〔已抹除〕 能找到', `${planted.name}身体好`]);
    for (const needle of [planted.phone, planted.identityNumber, planted.formerName])
      expect(filesHolding(started.directory, needle), needle).toEqual([]);
  });
});

describe('the phone of a household', () => {
  const headPhone = '13611112222';
  const eraseWithHeadPhone = async (whose: (about: PlantedPerson) => string): Promise<unknown> => {
    const about = await plantPerson();
    const { started, operator, place, worker, householdId } = about;
    await push(worker, [['record.edit', edits('household', householdId, { phone: headPhone })]]);
    const body = { community: place.communityId, reason: '本人书面要求' };
    expect((await operator.request('POST', `/persons/${whose(about)}/erase`, body)).status).toBe(200);
    return started.core.reader.rows.read(place.communityId, 'household', householdId)?.fields['phone'];
  };
  const spouseOf = ({ started, householdId }: PlantedPerson): string =>
    started.core.reader.sqlite
      .prepare<[string], string>(
        "SELECT person_id FROM memberships WHERE household_id = ? AND relation_to_head <> '02'",
      )
      .pluck()
      .get(householdId) ?? '';

  it('goes with its head and stays when somebody else of the household is erased', async () => {
    expect(await eraseWithHeadPhone(({ personId }) => personId)).toBeNull();
    expect(await eraseWithHeadPhone(spouseOf)).toBe(headPhone);
  });
});

describe('the reason of an erasure', () => {
  it('may not name the person, because the audit keeps every word', async () => {
    const { operator, place, personId, started } = await plantPerson();
    for (const reason of [`${planted.name}要求`, `来电 ${planted.phone}`, `证号${planted.identityNumber}`]) {
      const refused = await operator.request('POST', `/persons/${personId}/erase`, {
        community: place.communityId,
        reason,
      });
      expect([refused.status, JSON.parse(await refused.text()).code]).toEqual([422, 'reasonNamesPerson']);
    }
    expect(started.core.reader.rows.read(place.communityId, 'person', personId)?.fields).toMatchObject({
      name: planted.name,
      erasedAt: null,
    });
    expect(readErasures([join(started.directory, 'witness')])).toEqual([]);
  });
});
