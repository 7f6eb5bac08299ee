import { civilDateAt, type Json, tagKind } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { tChanges } from '../../locale/change-messages.ts';
import { codeLabel, fieldLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import type { HistoryEntry } from '../../storage/reading/field-history.ts';
import { fieldSpecOf, valueWords } from '../../storage/reading/field-words.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { nameWords } from '../../storage/reading/person-name.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import type { TimelineItem } from '../../ui/timeline.tsx';

const words = tChanges.history;

/** The changes of one value of one record. */
export interface FieldHistory {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly HistoryEntry[];
}

/** Whose a membership is and which group a tag is are said before what changed in them. */
const ownerWords = (view: RowView, { table, id }: HistoryEntry): string | null => {
  if (table === 'tag') {
    const tag = readRecord(view, 'tag', id);
    return tag === undefined ? null : codeLabel(tagKind, tag.kind);
  }
  const person = table === 'membership' ? readRecord(view, 'membership', id)?.personId : undefined;
  const named = person === undefined ? undefined : readRecord(view, 'person', person);
  return named === undefined ? null : nameWords(named);
};

const titleOf = (view: RowView, entry: HistoryEntry): string => {
  const label = fieldLabel(fieldSpecOf(entry.table, entry.field), entry.field);
  return [ownerWords(view, entry), label].filter(Boolean).join(' · ');
};

/** Gathers changes by what they are of, the most lately changed first. */
export const byField = (view: RowView, entries: readonly HistoryEntry[]): readonly FieldHistory[] => {
  const fields = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const key = `${entry.id} ${entry.field}`;
    fields.set(key, [...(fields.get(key) ?? []), entry]);
  }
  return [...fields].flatMap(([key, list]) => {
    const newest = list[0];
    return newest === undefined ? [] : [{ key, title: titleOf(view, newest), entries: list }];
  });
};

const valueIn = (view: RowView, { table, field }: HistoryEntry, value: Json): string => {
  if (value === null || value === '') return words.none;
  const dwelling = field === 'dwellingId' ? readRecord(view, 'dwelling', String(value)) : undefined;
  return dwelling === undefined ? valueWords(fieldSpecOf(table, field), value) : doorName(view, dwelling);
};

/** Whoever was newly registered was nothing else before. */
const changeWords = (view: RowView, entry: HistoryEntry): string => {
  const after = valueIn(view, entry, entry.after);
  const isMade = entry.field === 'kind' && (entry.table === 'tag' || entry.table === 'membership');
  return isMade && entry.before === null
    ? `${words.added} · ${after}`
    : words.from(valueIn(view, entry, entry.before), after);
};

/** Prepares to tell changes as lines of a timeline: what, who, when, and the visit it was heard at. */
export const useHistoryItem = (): ((entry: HistoryEntry) => TimelineItem) => {
  const { view } = useRegister();
  const today = civilDateAt(systemClock.now());
  return (entry) => {
    const on = civilDateAt(entry.at);
    const hasVisit = entry.visitId !== null && readRecord(view, 'visit', entry.visitId) !== undefined;
    return {
      key: entry.key,
      on: t.dates.day(on, today),
      dateTime: on,
      text: changeWords(view, entry),
      note: [
        words.who(entry.byName ?? words.you, t.dates.clock(entry.at)),
        entry.isPending && words.pending,
        hasVisit && `${words.visit} ›`,
      ]
        .filter(Boolean)
        .join(' · '),
      href: hasVisit && entry.visitId !== null ? pagePaths.visit(entry.visitId) : undefined,
    };
  };
};
