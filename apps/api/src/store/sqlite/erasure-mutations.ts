import { eraseJson, type FieldMap, type Json, type TextEraser, textsIn } from '@lianxin/domain';
import type { Side } from './core.ts';
import type { ErasureSubject } from './erasure-subject.ts';
import { erasedArgs } from './mutation-log.ts';

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
  for (let after = ''; ; ) {
    const rows = page.all(subject.communityId, after, rowsPerStep);
    for (const row of rows) {
      const args = erasePayload(parsed(row), subject, eraser);
      if (args !== undefined) erased.push({ id: row.id, args });
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < rowsPerStep) return erased;
    yield;
  }
}

/** These name the person only as whom a need is about; what was seen at the door stays. */
const speaksOfDoor: ReadonlySet<string> = new Set(['visit.log', 'need.raise']);

const erasePayload = (kept: KeptPayload, subject: ErasureSubject, eraser: TextEraser): Json | undefined => {
  const texts = textsIn(kept.args);
  const isAbout = texts.some((text) => subject.ownIds.has(text));
  if (isAbout && !speaksOfDoor.has(kept.name)) return isErasedAlready(kept.args) ? undefined : erasedArgs;
  const isLinked = isAbout || texts.some((text) => subject.linkedIds.has(text));
  const args = eraseJson(kept.args, isLinked ? eraser.all : eraser.numbers);
  return args === kept.args ? undefined : args;
};

const isErasedAlready = (args: Json): boolean => objectOf(args)['erased'] === true;

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
