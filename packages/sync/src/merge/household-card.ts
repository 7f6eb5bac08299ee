import type { IdentifyingFacts } from '@lianxin/domain';
import { userBucket } from './buckets.ts';
import { createRow, isRefusal } from './create-row.ts';
import { type MutationContext, type Reading, readRow, readRowsBy, type StoredRow, textOf } from './row.ts';

/** Reads whom a need may be about, so that a public text can be checked against their names and doors. Where nobody is named, everybody behind the door counts. */
export function* householdOfNeed(need: StoredRow): Reading<IdentifyingFacts> {
  const door = textOf(need, 'dwellingId') ?? '';
  const household = yield* readRow('household', textOf(need, 'householdId') ?? '');
  const households = household === undefined ? yield* readRowsBy('household', 'dwellingId', door) : [household];
  const people = new Set<string>([textOf(need, 'personId') ?? '']);
  for (const { id } of households) {
    const memberships = yield* readRowsBy('membership', 'householdId', id);
    for (const membership of memberships) people.add(textOf(membership, 'personId') ?? '');
  }
  const names: string[] = [];
  for (const id of people) names.push(textOf(yield* readRow('person', id), 'name') ?? '');
  const doorLabels: string[] = [];
  for (const id of new Set([door, textOf(household, 'dwellingId') ?? door])) {
    doorLabels.push(textOf(yield* readRow('dwelling', id), 'doorLabel') ?? '');
  }
  return { names, doorLabels };
}

/** Makes the claimer's card: door, name and phone only with the household's recorded agreement, otherwise the grid worker who comes along. */
export function* makeCard(context: MutationContext, wish: StoredRow, notice: StoredRow): Reading<readonly StoredRow[]> {
  if (context.side === 'phone') return [];
  const need = yield* readRow('need', textOf(wish, 'needId') ?? '');
  const way = textOf(wish, 'agreementWay');
  const agreed = way !== null && way !== 'none';
  const contact =
    agreed && need !== undefined ? yield* contactOf(need) : { contactName: null, address: null, phone: null };
  const card = createRow(
    context,
    { id: notice.id, fields: {} },
    {
      table: 'householdCard',
      buckets: [userBucket(context.userId)],
      server: {
        what: notice.fields.what ?? null,
        agreementWay: wish.fields.agreementWay ?? null,
        workerName: wish.fields.publishedByName ?? null,
        ...contact,
      },
    },
  );
  return isRefusal(card) ? [] : [card];
}

function* contactOf(
  need: StoredRow,
): Reading<{ readonly contactName: string | null; readonly address: string | null; readonly phone: string | null }> {
  const household = yield* readRow('household', textOf(need, 'householdId') ?? '');
  // The household may have moved since; whoever lives behind the old door now is none of the claimer's business.
  const address = yield* addressOf(textOf(household, 'dwellingId') ?? textOf(need, 'dwellingId') ?? '');
  const memberships = household === undefined ? [] : yield* readRowsBy('membership', 'householdId', household.id);
  const current = memberships.filter((membership) => membership.fields.toOn === null);
  const head = current.find((membership) => membership.fields.relationToHead === '02') ?? current[0];
  const named = textOf(need, 'personId') ?? textOf(head, 'personId') ?? '';
  const person = yield* readRow('person', named);
  return { contactName: textOf(person, 'name'), address, phone: textOf(person, 'phone') ?? textOf(household, 'phone') };
}

function* addressOf(dwellingId: string): Reading<string | null> {
  const dwelling = yield* readRow('dwelling', dwellingId);
  if (dwelling === undefined) return null;
  const parts = [textOf(dwelling, 'doorLabel') ?? ''];
  let next = textOf(dwelling, 'unitId');
  for (let level = 0; level < 8 && next !== null; level += 1) {
    const unit: StoredRow | undefined = yield* readRow('unit', next);
    const kind = textOf(unit, 'kind');
    if (kind !== 'building' && kind !== 'entrance') break;
    parts.unshift(textOf(unit, 'name') ?? '');
    next = textOf(unit, 'parentId');
  }
  return parts.join(' ');
}
