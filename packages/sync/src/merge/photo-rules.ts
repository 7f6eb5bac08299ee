import { isPhotoHash, maxPhotoPixels } from '@lianxin/domain';
import type { MutationArguments, NewRecord } from '@lianxin/protocol';
import { alreadyExists, createRow, deleteRow, isRefusal } from './create-row.ts';
import {
  type Decision,
  type MutationContext,
  type Reading,
  readRow,
  refuse,
  type StoredRow,
  textOf,
  write,
} from './row.ts';
import { type Standing, standing, unlessStanding, withStanding } from './standing.ts';
import { placeOf } from './visit-rules.ts';

/** Adds the record of a photo at a door. The picture itself is no part of it and follows on its own. */
export function* addPhoto(context: MutationContext, { photo }: MutationArguments['photo.add']): Reading<Decision> {
  const taken = alreadyExists(yield* readRow('photo', photo.id));
  if (taken !== null) return taken;
  const wrong = wrongField(photo);
  if (wrong !== null) return refuse('invalid', wrong);
  const dwelling = yield* readRow('dwelling', String(photo.fields.dwellingId));
  if (dwelling === undefined || dwelling.deleted) return refuse('notFound', 'dwellingId');
  const { householdId = null } = photo.fields;
  const home = householdId === null ? undefined : yield* standing('household', String(householdId));
  const gone = householdId === null ? null : unlessStanding(home, 'householdId', dwelling.buckets);
  if (gone !== null) return gone;
  for (const [field, table] of [
    ['visitId', 'visit'],
    ['needId', 'need'],
  ] as const) {
    const id = photo.fields[field] ?? null;
    const row = id === null ? dwelling : yield* readRow(table, String(id));
    if (row === undefined || row.deleted) return refuse('notFound', field);
    // A need goes to another door with its household; whoever was offline names the door it was heard at.
    const isTheirs = home !== undefined && textOf(row, 'householdId') === home.row.id;
    if (id !== null && !isTheirs && textOf(row, 'dwellingId') !== dwelling.id) return refuse('invalid', field);
  }
  return makePhoto(context, withStanding(photo, { householdId: home }), { dwelling, home });
}

const makePhoto = (
  context: MutationContext,
  record: NewRecord,
  at: { readonly dwelling: StoredRow; readonly home: Standing | undefined },
): Decision => {
  const place = placeOf(context, at.dwelling, at.home);
  const photo = createRow(context, record, {
    table: 'photo',
    buckets: place.buckets,
    server: { addedAt: context.eventAt, addedByName: context.userName },
  });
  return isRefusal(photo) ? photo : write([photo], [place.subject]);
};

/** What the declaration cannot say of single fields: a fingerprint is one, and nobody announces more pixels than are taken in. */
const wrongField = ({ fields }: NewRecord): string | null => {
  if (typeof fields.sha256 !== 'string' || !isPhotoHash(fields.sha256)) return 'sha256';
  if (typeof fields.bytes !== 'number') return 'bytes';
  if (typeof fields.width !== 'number' || typeof fields.height !== 'number') return 'width';
  return fields.width * fields.height > maxPhotoPixels ? 'width' : null;
};

/** Takes a photo away. Its record becomes empty; the picture goes with the last record that names it. */
export function* removePhoto(context: MutationContext, args: MutationArguments['photo.remove']): Reading<Decision> {
  const photo = yield* readRow('photo', args.photoId);
  if (photo === undefined || photo.deleted) return refuse('notFound');
  return write([deleteRow(context, photo)], [photo.buckets]);
}
