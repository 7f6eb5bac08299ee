import { assert, authorFields, type FieldMap, type Json, specOf } from '@lianxin/domain';
import type { ImportPlan, PlannedCreate } from '@lianxin/ledger';
import {
  changeRow,
  changesBetween,
  createRow,
  gridBucket,
  isRefusal,
  type MutationContext,
  moveRow,
  type StoredRow,
  textOf,
  uniteBuckets,
} from '@lianxin/sync/merge';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Side } from './core.ts';
import { sealIdentityNumber } from './seal-person.ts';

/** Is where a plan is turned into rows. */
export interface PlanGround {
  readonly side: Side;
  readonly keyring: Keyring;
  readonly communityId: string;
  /** With rev 0; every chunk of rows gets its rev when it is written. */
  readonly context: MutationContext;
}

/** Turns a plan into the rows to write, made by the same functions as a worker's own records, each row once, parents before children. */
export const rowsOfPlan = (plan: ImportPlan, ground: PlanGround): readonly StoredRow[] => {
  const rows = new Map<string, StoredRow>();
  const read = (table: StoredRow['table'], id: string | null): StoredRow | undefined =>
    id === null ? undefined : (rows.get(`${table}/${id}`) ?? ground.side.rows.read(ground.communityId, table, id));
  const put = (row: StoredRow): void => void rows.set(`${row.table}/${row.id}`, sealIfClear(ground.keyring, row));
  const homes = homesOfPersons(plan, read);

  for (const create of plan.creates)
    put(createPlanned(create, { ground, buckets: bucketsOf(create, { read, homes }) }));
  for (const edit of plan.edits) {
    const row = read(edit.record, edit.id);
    assert(row !== undefined, 'an import edits a record that is not there');
    const changed = changeRow(ground.context, row, withNumber(edit));
    put(changed);
    for (const told of changesBetween(ground.context, { before: row, after: changed })) put(told);
  }
  for (const [personId, buckets] of homes) {
    const person = read('person', personId);
    if (person === undefined || person.buckets.join(' ') === buckets.join(' ')) continue;
    put(moveRow(ground.context, person, buckets));
    for (const tag of ground.side.rows.answer(ground.communityId, {
      type: 'rowsBy',
      table: 'tag',
      field: 'personId',
      value: personId,
    })) {
      put(moveRow(ground.context, read('tag', tag.id) ?? tag, buckets));
    }
  }
  return [...rows.values()];
};

type Read = (table: StoredRow['table'], id: string | null) => StoredRow | undefined;

/** Lists the buckets of every person who gets a membership: those of the households they belong to, before and now. */
const homesOfPersons = (plan: ImportPlan, read: Read): ReadonlyMap<string, readonly string[]> => {
  const planned = new Map(plan.creates.map((create) => [create.id, create]));
  const homes = new Map<string, readonly string[]>();
  for (const { record, fields } of plan.creates) {
    if (record !== 'membership') continue;
    const personId = String(fields['personId']);
    const before = homes.get(personId) ?? read('person', personId)?.buckets ?? [];
    homes.set(personId, uniteBuckets(before, placeBuckets(String(fields['householdId']), { planned, read })));
  }
  return homes;
};

/** Climbs from a planned or known record to the grid it lies in. */
const placeBuckets = (
  id: string,
  from: { readonly planned: ReadonlyMap<string, PlannedCreate>; readonly read: Read },
): readonly string[] => {
  const create = from.planned.get(id);
  if (create === undefined)
    return (
      from.read('household', id)?.buckets ?? from.read('dwelling', id)?.buckets ?? from.read('unit', id)?.buckets ?? []
    );
  const { record, fields } = create;
  if (record === 'unit' && fields['kind'] === 'building') return [gridBucket(String(fields['parentId']))];
  const parent =
    record === 'household' ? fields['dwellingId'] : record === 'dwelling' ? fields['unitId'] : fields['parentId'];
  return placeBuckets(String(parent), from);
};

const bucketsOf = (
  create: PlannedCreate,
  from: { readonly read: Read; readonly homes: ReadonlyMap<string, readonly string[]> },
): readonly string[] => {
  const { fields } = create;
  const at = (table: StoredRow['table'], field: string): readonly string[] =>
    from.read(table, String(fields[field]))?.buckets ?? [];
  switch (create.record) {
    case 'unit':
      return fields['kind'] === 'building' ? [gridBucket(String(fields['parentId']))] : at('unit', 'parentId');
    case 'dwelling':
      return at('unit', 'unitId');
    case 'household':
      return at('dwelling', 'dwellingId');
    case 'person':
      return from.homes.get(create.id) ?? [];
    case 'membership':
      return at('household', 'householdId');
    default:
      return at('person', 'personId');
  }
};

const createPlanned = (
  create: PlannedCreate,
  place: { readonly ground: PlanGround; readonly buckets: readonly string[] },
): StoredRow => {
  const authored = new Set(authorFields(specOf(create.record)));
  const fields: Record<string, Json> = {};
  const server: Record<string, Json> = {};
  for (const [name, value] of Object.entries(withNumber(create))) (authored.has(name) ? fields : server)[name] = value;
  const made = createRow(
    place.ground.context,
    { id: create.id, fields },
    { table: create.record, buckets: place.buckets, server },
  );
  assert(!isRefusal(made), `an import plans a ${create.record} that does not fit its declaration`);
  return made;
};

/** The clear number travels in the field it will be sealed in. */
const withNumber = ({ fields, identityNumber }: PlannedCreate): FieldMap =>
  identityNumber === undefined ? fields : { ...fields, identityNumberSealed: identityNumber };

/** A row that is edited twice comes here with its number sealed already; sealing is for clear ones only. */
const sealIfClear = (keyring: Keyring, row: StoredRow): StoredRow =>
  textOf(row, 'identityNumberSealed')?.startsWith('lx1.') === true ? row : sealIdentityNumber(keyring, row);
