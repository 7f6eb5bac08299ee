import { createTextEraser, type Json, numbersIn, type PersonValues, textsIn } from '@lianxin/domain';
import {
  type ErasedIds,
  erasePayload,
  headPhones,
  isAboutErased,
  isErased,
  linkedRecords,
  type StoredRow,
  textOf,
} from '../merge/index.ts';
import type { RowView } from './row-index.ts';

/** Is what a mutation says, in whichever list a phone holds it. */
export interface Said {
  readonly name: string;
  readonly args: Json;
}

/** Prepares the erasing of one person with what this phone knew of them before the page came. */
export const personEraser = (rows: RowView, personId: string): ((said: Said) => Json) => {
  const before = rows.row('person', personId);
  const memberships = rows.rowsBy('membership', 'personId', personId);
  const tags = rows.rowsBy('tag', 'personId', personId);
  const reading = { read: rows.row, by: rows.rowsBy };
  const ids: ErasedIds = {
    own: new Set([personId, ...[...memberships, ...tags].map(({ id }) => id)]),
    linked: before === undefined ? new Set() : linkedRecords(reading, before, memberships).ids,
  };
  const phones = [textOf(before, 'phone') ?? '', ...headPhones(reading, memberships)];
  const eraser = createTextEraser(valuesOf(rows, before, phones));
  return (said) => erasePayload(said, ids, eraser);
};

/** Says whether a mutation is about somebody who was erased on an earlier page, of whom only the empty record is left here. */
export const isAboutKnownErased = (rows: RowView, { name, args }: Said): boolean => {
  const erased = textsIn(args).filter((id) => {
    const owner = textOf(rows.row('membership', id) ?? rows.row('tag', id), 'personId');
    return isErased(rows.row('person', owner ?? id));
  });
  return erased.length > 0 && isAboutErased(name, args, new Set(erased));
};

const valuesOf = (rows: RowView, person: StoredRow | undefined, phones: readonly string[]): PersonValues => {
  const name = textOf(person, 'name');
  const others = person === undefined ? [] : rows.all('person').filter(({ id }) => id !== person.id);
  return {
    names: name === null ? [] : [name],
    numbers: phones.flatMap(numbersIn),
    otherNames: others.flatMap((other) => longerName(textOf(other, 'name') ?? '', name ?? '')),
    sharedNumbers: others.flatMap((other) => numbersIn(textOf(other, 'phone') ?? '')),
  };
};

const longerName = (other: string, name: string): readonly string[] =>
  name !== '' && other.length > name.length && other.includes(name) ? [other] : [];
