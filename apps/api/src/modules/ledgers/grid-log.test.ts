import { dayMs } from '@lianxin/domain';
import { readWorkbook } from '@lianxin/ledger';
import { type LedgerPreview, ledgerPreviewSchema } from '@lianxin/protocol';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestApp, TestClient } from '../../testing/test-app.ts';
import { startDemoApp } from '../../testing/test-demo.ts';

let started: TestApp;
let admin: TestClient;
let townId: string;
let gridId: string;

beforeAll(async () => {
  ({ started, admin, townId } = await startDemoApp());
  gridId = started.core.reader.tree.gridsOf(townId)[0]?.id ?? '';
});

const preview = async (query = ''): Promise<LedgerPreview> =>
  ledgerPreviewSchema.parse(
    await (await admin.request('GET', `/ledgers/grid-log/preview?community=${townId}${query}`)).json(),
  );

const cell = (ledger: LedgerPreview, row: readonly string[], key: string): string =>
  row[ledger.columns.findIndex((column) => column.key === key)] ?? '';

const sum = (ledger: LedgerPreview, key: string): number =>
  ledger.rows.reduce((total, row) => total + Number(cell(ledger, row, key)), 0);

/** Writes straight into the database what phones would have sent. */
const insertVisit = (id: string, visit: Readonly<Record<string, string | number | null>>): void => {
  const { sqlite } = started.core.writer;
  const like = sqlite.prepare('SELECT * FROM visits WHERE community_id = ? AND outcome = ? LIMIT 1').get(townId, 'met');
  const row: Record<string, unknown> = { ...(like as object), id, ...visit };
  const names = Object.keys(row);
  sqlite
    .prepare(
      `INSERT INTO visits (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    .run(...names.map((name) => row[name]));
};

describe('the log of a grid', () => {
  it('has one line a grid and day, whose answers add up to the households visited', async () => {
    // A screen shows the first lines only; these are all of two months.
    const log = await preview('&from=2026-10-01&to=2026-11-30');
    expect(log.rows.length).toBe(log.total);
    expect(log.rows.length).toBeGreaterThan(10);
    const keys = log.rows.map((row) => `${cell(log, row, 'day')} ${cell(log, row, 'grid')}`);
    expect(new Set(keys).size).toBe(keys.length);
    const answers = ['met', 'noAnswer', 'refused', 'movedOut', 'vacant'].reduce((all, key) => all + sum(log, key), 0);
    expect(answers).toBe(sum(log, 'households'));
    expect(log.figures['visitedHouseholds']).toBe(sum(log, 'households'));
    expect(sum(log, 'needs')).toBe(log.figures['needs']);
  });

  it('counts a household once a day, as met if somebody was met, and leaves out what was voided', async () => {
    const at = Date.parse('2025-03-04T02:00:00Z');
    const period = '&from=2025-03-04&to=2025-03-04';
    insertVisit('visit-0000000000001', { outcome: 'noAnswer', visited_at: at });
    insertVisit('visit-0000000000002', { outcome: 'met', visited_at: at + 1 });
    insertVisit('visit-0000000000003', { outcome: 'noAnswer', visited_at: at + 2, is_late_entry: 1 });
    const day = await preview(period);
    expect(day.rows).toHaveLength(1);
    const row = day.rows[0] ?? [];
    expect(['households', 'met', 'noAnswer', 'note'].map((key) => cell(day, row, key))).toEqual([
      '1',
      '1',
      '',
      '补录1次',
    ]);
    insertVisit('visit-0000000000004', { outcome: 'met', visited_at: at + dayMs, void_of: 'visit-0000000000002' });
    const after = await preview(period);
    expect(['households', 'met', 'noAnswer'].map((key) => cell(after, after.rows[0] ?? [], key))).toEqual([
      '1',
      '',
      '1',
    ]);
  });

  it('is filtered by grid, and belongs to the days of China', async () => {
    const own = await preview(`&grid=${gridId}`);
    expect(new Set(own.rows.map((row) => cell(own, row, 'grid')))).toEqual(new Set(['第一网格']));
    insertVisit('visit-0000000000005', { visited_at: Date.parse('2025-05-05T16:30:00Z') });
    const late = await preview('&from=2025-05-06&to=2025-05-06');
    expect(late.rows.map((row) => cell(late, row, 'day'))).toEqual(['2025年5月6日']);
  });

  it('names nobody who visited and nobody who was visited, also in the workbook', async () => {
    const answer = await admin.request('GET', `/ledgers/grid-log.xlsx?community=${townId}`);
    expect(answer.status).toBe(200);
    const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    const grids = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), {
      decoders: { utf8: decode, gb18030: decode },
    });
    const rows = grids.ok ? (grids.value[0]?.rows ?? []) : [];
    expect(rows[0]?.[0]).toContain('网格日志');
    const text = rows.flat().join('\n');
    expect(text).toContain('第一网格');
    const names = started.core.reader.sqlite
      .prepare<string[], { readonly name: string }>(
        `SELECT name FROM persons WHERE community_id = ? UNION SELECT name FROM accounts WHERE name <> '周敏'`,
      )
      .all(townId);
    expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
    const columns = (await preview()).columns.map(({ key }) => key);
    expect(columns).not.toContain('visitor');
  });
});
