import { isRecordName } from '@lianxin/domain';
import { type RowView, seenRev } from '@lianxin/sync/client';
import { fieldLabel } from '../../locale/labels.ts';
import { fieldSpecOf, valueWords } from './field-words.ts';
import { byNumber } from './label-order.ts';
import { type RecordsByName, readAllRecords, readRecordsBy } from './read-record.ts';
import { subjectWords } from './subject-words.ts';

/** Two versions of one value that wait for a person, in plain words. */
export interface OpenConflict {
  readonly id: string;
  /** Whose value it is: a door, or somebody with their name shortened. */
  readonly about: string;
  /** The rev of the record on screen: what whoever decides has seen. */
  readonly seen: number;
  /** The label of the field. */
  readonly field: string;
  readonly current: string;
  readonly currentBy: string | null;
  readonly currentAt: number | null;
  readonly other: string;
  readonly otherBy: string | null;
  readonly otherAt: number | null;
}

const tell = (view: RowView, conflict: RecordsByName['conflict']): OpenConflict => {
  const { table, rowId, field } = conflict;
  const spec = fieldSpecOf(table, field);
  const row = isRecordName(table) ? view.row(table, rowId) : undefined;
  return {
    id: conflict.id,
    about: subjectWords(view, { table, id: rowId }),
    seen: row === undefined ? 0 : seenRev(row, field),
    field: fieldLabel(spec, field),
    current: valueWords(spec, row?.fields[field]),
    currentBy: conflict.wonByName,
    currentAt: conflict.wonAt,
    other: valueWords(spec, conflict.lostValue),
    otherBy: conflict.lostByName,
    otherAt: conflict.lostAt,
  };
};

/** Reads the undecided conflicts on any of these records. */
export const openConflictsOn = (view: RowView, recordIds: readonly string[]): readonly OpenConflict[] =>
  recordIds.flatMap((to) =>
    readRecordsBy(view, 'conflict', { field: 'rowId', to })
      .filter((conflict) => conflict.state === 'open')
      .map((conflict) => tell(view, conflict)),
  );

/** Reads every undecided conflict on this phone, the newest first. */
export const allOpenConflicts = (view: RowView): readonly OpenConflict[] =>
  readAllRecords(view, 'conflict')
    .filter((conflict) => conflict.state === 'open')
    .map((conflict) => tell(view, conflict))
    .sort((a, b) => byNumber(b.currentAt, a.currentAt) || (a.id < b.id ? 1 : -1));
