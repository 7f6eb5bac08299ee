import { describe, expect, it } from 'vitest';
import { createAuditHeads } from '../store/sqlite/audit-head.ts';
import { appendAudit } from '../store/sqlite/audit-log.ts';
import { openTestStore } from '../testing/test-store.ts';
import { type AuditLine, chainHash } from './audit-chain.ts';
import { verifyAudit } from './verify-audit.ts';

const entry = (action: string) => ({
  actorId: null,
  actorName: '陈静',
  action,
  communityId: null,
  subjectId: null,
  facts: { rows: 3 },
});

/** An audit of six lines whose triggers somebody with the file in hand has dropped. */
const tamperable = () => {
  const { core } = openTestStore();
  for (const action of ['one', 'two', 'three', 'four', 'five', 'six']) appendAudit(core.writer, entry(action), 1);
  const { sqlite } = core.writer;
  const head = createAuditHeads(sqlite).head();
  sqlite.exec('DROP TRIGGER audit_refuses_delete; DROP TRIGGER audit_refuses_update');
  const line = (seq: number): AuditLine | undefined =>
    sqlite
      .prepare<[number], AuditLine>(
        'SELECT *, actor_id AS actorId, actor_name AS actorName, community_id AS communityId, subject_id AS subjectId FROM audit WHERE seq = ?',
      )
      .get(seq);
  const makeRoomAt = (seq: number): void => {
    sqlite.exec(`UPDATE audit SET seq = -(seq + 1) WHERE seq >= ${seq}; UPDATE audit SET seq = -seq WHERE seq < 0`);
  };
  return { sqlite, head: head ?? { seq: 0, hash: '' }, line, makeRoomAt };
};

const insert = "INSERT INTO audit (seq, at, actor_name, action, facts, hash) VALUES (?, 1, '陈静', 'forged', '{}', ?)";

describe('checking the audit', () => {
  it('finds nothing wrong with lines that were only added', () => {
    const { sqlite, head } = tamperable();
    expect(verifyAudit(sqlite, [head])).toEqual({ lines: 6, head, fault: undefined });
  });

  it('names the line in which one byte was edited', () => {
    const { sqlite } = tamperable();
    sqlite.exec(`UPDATE audit SET facts = '{"rows":4}' WHERE seq = 3`);
    expect(verifyAudit(sqlite).fault).toEqual({ seq: 3, fault: 'changed' });
  });

  it('names a line that was taken out of the middle', () => {
    const { sqlite } = tamperable();
    sqlite.exec('DELETE FROM audit WHERE seq = 4');
    expect(verifyAudit(sqlite).fault).toEqual({ seq: 4, fault: 'missing' });
  });

  it('names the first of two lines that changed places', () => {
    const { sqlite } = tamperable();
    sqlite.exec(
      'UPDATE audit SET seq = -1 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = -1',
    );
    expect(verifyAudit(sqlite).fault).toEqual({ seq: 2, fault: 'swapped' });
  });

  it('names a line that was put in, also when it was chained to the one before', () => {
    for (const isChained of [false, true]) {
      const { sqlite, line, makeRoomAt } = tamperable();
      const before = line(3)?.hash ?? '';
      makeRoomAt(4);
      const forged = { ...entry('forged'), at: 1, facts: '{}' };
      sqlite.prepare(insert).run(4, isChained ? chainHash(before, forged) : 'x'.repeat(43));
      expect(verifyAudit(sqlite).fault).toEqual({ seq: 4, fault: 'inserted' });
    }
  });

  it('misses a cut end by the counter, and without it by what the witness remembers', () => {
    const { sqlite, head } = tamperable();
    sqlite.exec('DELETE FROM audit WHERE seq = 6');
    expect(verifyAudit(sqlite).fault).toEqual({ seq: 6, fault: 'cutOff' });
    sqlite.exec("UPDATE sqlite_sequence SET seq = 5 WHERE name = 'audit'");
    expect(verifyAudit(sqlite).fault).toBeUndefined();
    expect(verifyAudit(sqlite, [head]).fault).toEqual({ seq: 6, fault: 'cutOff' });
  });

  it('knows an audit that was written anew with right hashes by what others remember', () => {
    const { sqlite, head } = tamperable();
    sqlite.exec('DELETE FROM audit WHERE seq >= 5');
    sqlite.exec("UPDATE sqlite_sequence SET seq = 4 WHERE name = 'audit'");
    let previous = sqlite.prepare<[], string>('SELECT hash FROM audit WHERE seq = 4').pluck().get() ?? '';
    for (const seq of [5, 6]) {
      previous = chainHash(previous, { ...entry('forged'), at: 1, facts: '{}' });
      sqlite.prepare(insert).run(seq, previous);
    }
    expect(verifyAudit(sqlite).fault).toBeUndefined();
    expect(verifyAudit(sqlite, [head]).fault).toEqual({ seq: 6, fault: 'rewritten' });
  });
});
