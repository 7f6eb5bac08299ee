import { parseArgs } from 'node:util';
import { err, maskName, maskPhone, ok, type Result } from '@lianxin/domain';
import type { ErasureAnswer } from '@lianxin/protocol';
import { findRoot, readConfig } from '../config.ts';
import { runCommand } from '../durability/command-line.ts';
import { cleanLedgerFile } from '../modules/erasures/clean-ledger-file.ts';
import { createWorkbookReader } from '../modules/imports/workbook-reader.ts';
import { doorText, textIn } from '../modules/ledgers/cell-texts.ts';
import { type Deployment, openDeployment } from '../open-deployment.ts';
import type { LedgerRow } from '../store/ledger-port.ts';

const options = { find: { type: 'string' }, reason: { type: 'string' }, confirm: { type: 'string' } } as const;
const confirmWord = '抹除';

const usage = [
  'npm run erase:person -- --find <姓名、电话或门牌 / name, phone or door>',
  `npm run erase:person -- <人员编号 / person id> --reason <原因 / reason> --confirm ${confirmWord}`,
].join('\n');

/** Finds people, or erases one, while the server is stopped; the desk does the same while it runs. */
const run = async (): Promise<Result<readonly string[], string>> => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [personId] = positionals;
  const { find, reason } = values;
  const isAsked = find !== undefined || (personId !== undefined && reason !== undefined);
  if (!isAsked || (find === undefined && values.confirm !== confirmWord)) return err(usage);
  const config = readConfig(process.env, [], findRoot(import.meta.dirname));
  if (!config.ok) return config;
  const deployment = openDeployment(config.value);
  try {
    return find === undefined ? await erase(deployment, personId ?? '', reason ?? '') : await list(deployment, find);
  } finally {
    await deployment.store.close();
  }
};

const list = async ({ store }: Deployment, words: string): Promise<Result<readonly string[], string>> => {
  const found = await store.erasures.findByOperator(words);
  if (found.length === 0) return err('没有找到 / Nobody was found.');
  return ok(found.map(describePerson));
};

const describePerson = (row: LedgerRow): string => {
  const name = row['erased_at'] === null ? maskName(textIn(row, 'name')) : '已抹除';
  return [textIn(row, 'person_id'), name, maskPhone(textIn(row, 'phone')), doorText(row)].join('  ');
};

const erase = async (
  { store }: Deployment,
  personId: string,
  reason: string,
): Promise<Result<readonly string[], string>> => {
  if (reason.trim().length < 2) return err(usage);
  const erased = await store.erasures.eraseByOperator(personId, {
    reason: reason.trim(),
    cleanFile: cleanLedgerFile(createWorkbookReader()),
  });
  if (erased.ok) return ok(describe(erased.value));
  return err(
    erased.error.type === 'NotFound'
      ? `没有这个人 / There is no person ${personId}.`
      : '原因里写了本人的姓名或号码,审计会一直留着它 / The reason names the person, and the audit keeps it for good.',
  );
};

const describe = ({ personId, removed }: ErasureAnswer): readonly string[] => [
  `已抹除 / Erased: ${personId}`,
  `  ${removed.values} 项本人信息 values · ${removed.texts} 条文字 texts · ${removed.waiting} 个待定 waiting · ${removed.mutations} 条历史原文 payloads · ${removed.imports} 个文件 files`,
  '手机联网时也会抹掉;以前的备份里还有,恢复时自动再抹一次。',
  'Phones follow when they next connect. Older backups still hold the values; a restore erases them again.',
];

await runCommand(run);
