import { isSameJson, type Json, type TextEraser } from '@lianxin/domain';
import { erasePayload } from '@lianxin/sync/merge';
import type { Side } from './core.ts';
import type { ErasureSubject } from './erasure-subject.ts';
import { mayHold } from './may-hold.ts';

/** Is a payload as it stays after an erasure. */
export interface ErasedPayload {
  readonly id: string;
  readonly args: Json;
}

interface PayloadRow {
  readonly id: string;
  readonly name: string;
  readonly args: string;
}

const rowsPerStep = 2_000;

/** Walks every payload of the community and tells how each that concerns the subject stays. Between steps others may read. */
export function* erasePayloads(
  side: Side,
  subject: ErasureSubject,
  eraser: TextEraser,
): Generator<void, readonly ErasedPayload[], void> {
  const page = side.sqlite.prepare<[string, string, number], PayloadRow>(
    'SELECT id, name, args FROM mutations WHERE community_id = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const ids = { own: subject.ownIds, linked: subject.linkedIds };
  const own = [...subject.ownIds];
  // Most payloads say nothing of the person: they are not even taken apart.
  const mayConcern = ({ args }: PayloadRow): boolean =>
    own.some((id) => args.includes(id)) || mayHold(args, eraser.all);
  const erased: ErasedPayload[] = [];
  for (let after = ''; ; ) {
    const rows = page.all(subject.communityId, after, rowsPerStep);
    for (const row of rows.filter(mayConcern)) {
      const before: Json = JSON.parse(row.args);
      const args = erasePayload({ name: row.name, args: before }, ids, eraser);
      if (!isSameJson(args, before)) erased.push({ id: row.id, args });
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < rowsPerStep) return erased;
    yield;
  }
}
