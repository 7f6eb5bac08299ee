import type { AuditHead } from '@lianxin/protocol';
import type { HighWater } from './high-water.ts';

/** Says that the database is older than what was acknowledged: starting would lose records without a word. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/** Lists in what a database falls short of what its witness remembers; nothing when it holds everything. */
export const missingHistory = (
  found: HighWater,
  remembered: HighWater,
  holdsAudit: (head: AuditHead) => boolean,
): readonly string[] => {
  const histories = Object.entries(remembered.communities).flatMap(([id, mark]) => {
    const here = found.communities[id];
    if (here === undefined) return [`community ${id} is missing; the witness remembers it at ${mark.seq}`];
    if (here.epoch !== mark.epoch)
      return [`community ${id} has another history (epoch ${here.epoch}, remembered ${mark.epoch})`];
    return here.seq < mark.seq ? [`community ${id} stands at ${here.seq}; the witness remembers ${mark.seq}`] : [];
  });
  const { audit } = remembered;
  if (audit === null || holdsAudit(audit)) return histories;
  const last = found.audit?.seq ?? 0;
  return [
    ...histories,
    last < audit.seq
      ? `the audit ends at line ${last}; the witness remembers line ${audit.seq}`
      : `line ${audit.seq} of the audit is another than the witness remembers`,
  ];
};

/** Words the refusal to start, with the two ways on. */
export const rolledBack = (directory: string, problems: readonly string[]): RolledBack =>
  new RolledBack(
    [
      '数据库比见证文件记住的旧:有已经确认收到的记录不见了。服务器不启动,以免它们悄悄丢失。',
      `The database is older than its witness in ${directory} remembers: acknowledged records are missing, so the server does not start.`,
      ...problems.map((problem) => `  - ${problem}`),
      '两条出路 / Two ways on (docs/operations.md):',
      '  1. npm run restore -- <备份文件 / backup file>   恢复备份 / puts a backup in place',
      '  2. npm run restore -- --accept                  就用现有数据,手机会把仍留着的记录补传 / goes on with the data as they are; phones hand in again what they still hold',
    ].join('\n'),
  );
