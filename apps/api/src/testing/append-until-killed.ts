import { appendAudit } from '../store/sqlite/audit-log.ts';
import { openStoreIn } from './open-store-in.ts';

// A program that a test kills: it tells every line it was promised, right after the promise.
const { core } = openStoreIn(process.argv[2] ?? '');
const entry = { actorId: null, actorName: null, action: 'written', communityId: null, facts: {} };
for (let line = 0; ; line += 10) {
  const lines = Array.from({ length: 10 }, (_, at) => String(line + at));
  await Promise.all(
    lines.map((subjectId) => core.queue.run(() => appendAudit(core.writer, { ...entry, subjectId }, line))),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
