import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { importAnswerSchema, unitAnswerSchema } from '@lianxin/protocol';
import { readXlsx } from 'hucre/xlsx';
import { type ApiClient, acceptByApi } from '../e2e/harness/api-client.ts';
import { startServer } from '../e2e/harness/running-server.ts';

const folder = resolve(import.meta.dirname, '../../../shared/fixtures');
const fixtures = [
  { name: 'resident-ledger-480-doors', kind: 'community' },
  { name: 'village-ledger-255-doors', kind: 'village' },
];

const addUnit = async (admin: ApiClient, unit: Readonly<Record<string, unknown>>): Promise<string> => {
  const answer = await admin.call('POST', '/units', unit);
  return unitAnswerSchema.parse(await answer.json()).unit.id;
};

const timed = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> => {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
};

/** Imports one fixture into a community of its own, from the upload to the end of the writing. */
const measure = async (admin: ApiClient, fixture: (typeof fixtures)[number]): Promise<void> => {
  const bytes = readFileSync(`${folder}/${fixture.name}.xlsx`);
  const library = await timed(() => readXlsx(new Uint8Array(bytes)));
  const street = await addUnit(admin, { kind: 'street', parentId: null, name: `街道 ${fixture.name}` });
  const community = await addUnit(admin, { kind: fixture.kind, parentId: street, name: fixture.name });
  await addUnit(admin, { kind: 'grid', parentId: community, name: '第一网格' });
  const form = new FormData();
  form.set('community', community);
  form.set('file', new File([new Uint8Array(bytes)], `${fixture.name}.xlsx`));
  const preview = await timed(async () =>
    importAnswerSchema.parse(await (await admin.call('POST', '/imports', form)).json()),
  );
  const { id, revision } = preview.value;
  const confirmed = await timed(async () =>
    importAnswerSchema.parse(await (await admin.call('POST', `/imports/${id}/confirm`, { revision })).json()),
  );
  if (confirmed.value.state !== 'done') throw new Error(`the import ended as ${confirmed.value.state}`);
  const total = preview.ms + confirmed.ms;
  console.log(
    `${fixture.name}: preview ${preview.ms.toFixed(0)} ms + writing ${confirmed.ms.toFixed(0)} ms = ${total.toFixed(0)} ms (aim: < 3,000 ms)`,
  );
  console.log(
    `  workbook library alone reads it in ${library.ms.toFixed(0)} ms, ratio ${(total / library.ms).toFixed(1)}`,
  );
};

if (!existsSync(folder)) console.log('the fixtures lie outside the repository and are absent');
else {
  const server = await startServer({ isDemo: false });
  const admin = await acceptByApi(server, server.invitation('管理员'), 'admin');
  for (const fixture of fixtures) await measure(admin, fixture);
  await server.remove();
}
