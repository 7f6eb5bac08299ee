import type { FieldMap, Json } from '@lianxin/domain';
import type { Side } from './core.ts';

/** Reads every name and phone that payloads and held work ever gave a person. */
export const wordsAbout = (
  side: Side,
  { communityId, personId }: { readonly communityId: string; readonly personId: string },
  held: readonly Json[],
): { readonly names: readonly string[]; readonly phones: readonly string[] } => {
  const payloads = side.sqlite
    .prepare<[string, string], string>('SELECT args FROM mutations WHERE community_id = ? AND instr(args, ?) > 0')
    .pluck()
    .all(communityId, personId)
    .map((args): Json => JSON.parse(args));
  const cells = [...payloads, ...held].flatMap((args) => [
    ...cellsOfNew(personId, args),
    ...cellsOfEdit(personId, args),
  ]);
  const of = (field: string): readonly string[] =>
    cells.flatMap(([name, value]) => (name === field && typeof value === 'string' ? [value] : []));
  return { names: of('name'), phones: of('phone') };
};

const cellsOfNew = (personId: string, args: Json): readonly (readonly [string, Json])[] => {
  const person = objectOf(objectOf(args)['person']);
  return person['id'] === personId ? Object.entries(objectOf(person['fields'])) : [];
};

const cellsOfEdit = (personId: string, args: Json): readonly (readonly [string, Json])[] => {
  const { id, edits } = objectOf(args);
  if (id !== personId || !Array.isArray(edits)) return [];
  return edits.map((edit) => [String(objectOf(edit)['field']), objectOf(edit)['to'] ?? null] as const);
};

const objectOf = (value: Json | undefined): FieldMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FieldMap) : {};
