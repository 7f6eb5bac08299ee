import type { Json, RecordName } from '@lianxin/domain';
import { type CellEdit, type Mutation, mutationArguments } from '@lianxin/protocol';

/** Is what an edit is about. */
export interface EditArgs {
  readonly table: RecordName;
  readonly id: string;
  readonly edits: readonly CellEdit[];
}

/** Reads the arguments of an edit; null for every other mutation. */
export const editsOf = ({ name, args }: Pick<Mutation, 'name'> & { readonly args: unknown }): EditArgs | null => {
  if (name !== 'record.edit') return null;
  const parsed = mutationArguments['record.edit'][1].safeParse(args);
  return parsed.success ? parsed.data : null;
};

/** Changes each cell of an edit. */
export const withEdits = (mutation: Mutation, change: (edit: CellEdit) => Json): Mutation => {
  const target = editsOf(mutation);
  if (target === null) return mutation;
  return { ...mutation, args: { table: target.table, id: target.id, edits: target.edits.map(change) } };
};
