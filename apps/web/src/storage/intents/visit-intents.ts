import type { Answers, Visit } from '@lianxin/domain';
import type { NewRecord } from '@lianxin/protocol';
import type { Intent, RowView } from '@lianxin/sync/client';
import { type AskedVersion, giveSheet } from '../questions/give-answers.ts';
import { type RecordsByName, readRecordsBy } from '../reading/read-record.ts';

type PhotoRecord = RecordsByName['photo'];

/** A need as it was heard at a door. */
export interface HeardNeed {
  readonly kind: string;
  readonly detail: string | null;
  readonly dueOn: string | null;
}

/** A visit as it was made; who and when on the spot are facts that the rules fill in. */
export interface MadeVisit {
  readonly dwellingId: string;
  readonly householdId: string | null;
  readonly outcome: Visit['outcome'];
  readonly way: Visit['way'];
  readonly note?: string | null;
  /** Whether what was known was confirmed; null when nobody asked. */
  readonly unchanged?: boolean | null;
  /** The moment of a late entry; null for a visit entered on the spot. */
  readonly lateAt?: number | null;
  readonly needs?: readonly HeardNeed[];
  /** The visit to a wrong door that this one stands for. */
  readonly corrects?: string;
}

const visitRecord = (id: string, made: MadeVisit): NewRecord => ({
  id,
  fields: {
    dwellingId: made.dwellingId,
    householdId: made.householdId,
    outcome: made.outcome,
    way: made.way,
    visitedAt: made.lateAt ?? null,
    isLateEntry: (made.lateAt ?? null) !== null,
    note: made.note ?? null,
    unchanged: made.unchanged ?? null,
    corrects: made.corrects ?? null,
  },
});

/** Logs a visit with the needs heard at it. */
export const logVisit = (made: MadeVisit, newId: () => string): Extract<Intent, { readonly name: 'visit.log' }> => {
  const id = newId();
  const { dwellingId, householdId } = made;
  const needs = (made.needs ?? []).map(({ kind, detail, dueOn }) => ({
    id: newId(),
    fields: { dwellingId, householdId, kind, detail, dueOn, raisedByVisitId: id },
  }));
  return { name: 'visit.log', args: { visit: visitRecord(id, made), needs } };
};

type LoggedVisit = Pick<
  Visit,
  'id' | 'dwellingId' | 'householdId' | 'outcome' | 'way' | 'visitedAt' | 'note' | 'unchanged'
>;

/** Lists the photos that were taken at a visit. */
export const photosOfVisit = (view: RowView, visitId: string): readonly PhotoRecord[] =>
  readRecordsBy(view, 'photo', { field: 'visitId', to: visitId });

const removePhoto = ({ id }: PhotoRecord): Intent => ({ name: 'photo.remove', args: { photoId: id } });

/** Says that a visit does not count, with why. The visit stays; its photos and the needs nobody has worked on go with it. */
export const voidVisit = (
  visit: LoggedVisit,
  why: { readonly reason: string | null; readonly photos: readonly PhotoRecord[] },
  newId: () => string,
): readonly Intent[] => [takeBack(visit, why.reason, newId), ...why.photos.map(removePhoto)];

const takeBack = (visit: LoggedVisit, reason: string | null, newId: () => string): Intent => {
  const { dwellingId, householdId, outcome, way } = visit;
  const record = visitRecord(newId(), { dwellingId, householdId, outcome, way });
  return {
    name: 'visit.log',
    args: { visit: { ...record, fields: { ...record.fields, voidOf: visit.id, reason } }, needs: [] },
  };
};

/** The door a visit was really made at, and the open needs that it raised at the wrong one. */
export interface RightDoor {
  readonly dwellingId: string;
  readonly householdId: string | null;
  readonly needs: readonly HeardNeed[];
  /** What was asked and answered at the visit. */
  readonly sheets: readonly (AskedVersion & { readonly answers: Answers })[];
  /** What was photographed at the visit. */
  readonly photos: readonly PhotoRecord[];
}

/**
 * Says that a visit was at another door: the same visit there, at its own time, in place of the wrong one. Needs cannot
 * change doors, so a void takes them back at the wrong door and the new visit raises them at the right one. Answers go
 * along: they were given by whoever was really met. So do photos, for the family that was thought of must not keep them:
 * each is named at the right door before it is taken away at the wrong one, so that no server or phone finds it unnamed
 * in between and lets go of it.
 */
export const correctDoor = (visit: LoggedVisit, right: RightDoor, newId: () => string): readonly Intent[] => {
  const { dwellingId, householdId, needs } = right;
  const { outcome, way, note, unchanged, visitedAt } = visit;
  const moved = logVisit(
    { dwellingId, householdId, needs, outcome, way, note, unchanged, lateAt: visitedAt, corrects: visit.id },
    newId,
  );
  const at = { visitId: moved.args.visit.id, dwellingId, householdId };
  const answered = right.sheets.map((sheet) => giveSheet(at, sheet, sheet.answers, newId));
  const named = right.photos.map((photo) => addPhoto(at, photo, newId));
  const back = needs.length === 0 ? [] : [takeBack(visit, null, newId)];
  return [...back, moved, ...answered, ...named, ...right.photos.map(removePhoto)];
};

const addPhoto = (
  at: { readonly visitId: string; readonly dwellingId: string; readonly householdId: string | null },
  { sha256, bytes, width, height, caption }: PhotoRecord,
  newId: () => string,
): Intent => ({
  name: 'photo.add',
  args: { photo: { id: newId(), fields: { sha256, bytes, width, height, caption, ...at } } },
});
