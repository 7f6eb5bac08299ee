import { describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/test-store.ts';
import { appendAudit, isAuditIntact } from './audit-log.ts';

const entry = (action: string) => ({
  actorId: null,
  actorName: null,
  action,
  communityId: null,
  subjectId: null,
  facts: {},
});

describe('the audit', () => {
  it('takes new lines only', () => {
    const { core } = openTestStore();
    appendAudit(core.writer, entry('one'), 1);
    expect(() => core.writer.sqlite.exec("UPDATE audit SET action = 'two'")).toThrow(/append-only/);
    expect(() => core.writer.sqlite.exec('DELETE FROM audit')).toThrow(/append-only/);
  });

  it('shows that a line was changed or taken out behind its back', () => {
    const { core } = openTestStore();
    for (const action of ['one', 'two', 'three']) appendAudit(core.writer, entry(action), 1);
    expect(isAuditIntact(core.writer)).toBe(true);
    core.writer.sqlite.exec('DROP TRIGGER audit_refuses_delete; DROP TRIGGER audit_refuses_update');
    core.writer.sqlite.exec("UPDATE audit SET action = 'changed' WHERE action = 'two'");
    expect(isAuditIntact(core.writer)).toBe(false);
    core.writer.sqlite.exec("DELETE FROM audit WHERE action = 'changed'");
    expect(isAuditIntact(core.writer)).toBe(false);
  });
});
