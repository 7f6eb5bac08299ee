import { type FieldMap, isSameJson, type Json, type TextEraser } from '@lianxin/domain';
import { erasePayload } from '@lianxin/sync/merge';
import type { Side } from './core.ts';
import type { ErasureSubject } from './erasure-subject.ts';

/** Is a mutation's payload as it is kept. */
export interface KeptPayload {
  readonly id: string;
  readonly name: string;
  readonly args: Json;
}

/** Is a payload as it stays after an erasure. */
export interface ErasedPayload {
  readonly id: string;
  readonly args: Json;
}

const rowsPerStep = 2_000;

interface PayloadRow {
  readonly id: string;
  readonly name: string;
  readonly args: string;
}

/** Lists the mutations whose payload names an id. */
export const mutationsNaming = (side: Side, communityId: string, id: string): readonly KeptPayload[] =>
  side.sqlite
    .prepare<[string, string], PayloadRow>(
      'SELECT id, name, args FROM mutations WHERE community_id = ? AND instr(args, ?) > 0',
    )
    .all(communityId, id)
    .map(parsed);

/** Reads every name and phone that payloads ever gave a person. */
export const wordsAbout = (
  personId: string,
  payloads: readonly Json[],
): { readonly names: readonly string[]; readonly phones: readonly string[] } => {
  const cells = payloads.flatMap((args) => [...cellsOfNew(personId, args), ...cellsOfEdit(personId, args)]);
  const of = (field: string): readonly string[] =>
    cells.flatMap(([name, value]) => (name === field && typeof value === 'string' ? [value] : []));
  return { names: of('name'), phones: of('phone') };
};

/** Walks every payload of the community and tells how each that concerns the subject stays. Between steps others may read. */
export function* erasePayloads(
  side: Side,
  subject: ErasureSubject,
  eraser: TextEraser,
): Generator<void, readonly ErasedPayload[], void> {
  const page = side.sqlite.prepare<[string, string, number], PayloadRow>(
    'SELECT id, name, args FROM mutations WHERE community_id = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const erased: ErasedPayload[] = [];
  const ids = { own: subject.ownIds, linked: subject.linkedIds };
  for (let after = ''; ; ) {
    const rows = page.all(subject.communityId, after, rowsPerStep);
    for (const row of rows) {
      const kept = parsed(row);
      const args = erasePayload(kept, ids, eraser);
      if (!isSameJson(args, kept.args)) erased.push({ id: row.id, args });
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < rowsPerStep) return erased;
    yield;
  }
}

const cellsOfNew = (personId: string, args: Json): readonly (readonly [string, Json])[] => {
  const person = objectOf(objectOf(args)['person']);
  return person['id'] === personId ? Object.entries(objectOf(person['fields'])) : [];
};

const cellsOfEdit = (personId: string, args: Json): readonly (readonly [string, Json])[] => {
  const { id, edits } = objectOf(args);
  if (id !== personId || !Array.isArray(edits)) return [];
  return edits.map((edit) => [String(objectOf(edit)['field']), objectOf(edit)['to'] ?? null] as const);
};

const parsed = ({ id, name, args }: PayloadRow): KeptPayload => ({ id, name, args: JSON.parse(args) });

const objectOf = (value: Json | undefined): FieldMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FieldMap) : {};
