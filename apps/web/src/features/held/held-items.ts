import { type FieldMap, isRecordName } from '@lianxin/domain';
import { isMutationName } from '@lianxin/protocol';
import type { Intent, RowView } from '@lianxin/sync/client';
import { buildsOn, objectOf } from '@lianxin/sync/merge';
import { fieldLabel } from '../../locale/labels.ts';
import { describeWork } from '../../storage/reading/describe-work.ts';
import { fieldSpecOf, valueWords } from '../../storage/reading/field-words.ts';
import { type HeldRecord, openHeldWork } from '../../storage/reading/held-work.ts';
import { typedLines } from '../../storage/reading/work-text.ts';
import { doorOfWork } from './door-of-work.ts';

/** One value that held work would change. */
interface HeldChange {
  readonly label: string;
  readonly now: string;
  readonly proposed: string;
}

/** Is held work as a person decides on it. */
export interface HeldItem {
  readonly held: HeldRecord;
  readonly what: string;
  readonly changes: readonly HeldChange[];
  /** Everything else that was typed. */
  readonly lines: readonly string[];
  readonly doorHref: string | null;
  /** What it builds on, in order: a new household before its first member. */
  readonly after: readonly HeldItem[];
  /** Whether it could be applied at all by what this phone knows. */
  readonly isTakeable: boolean;
  /** The rev of the edited record on this screen; null for what edits none. */
  readonly seen: number | null;
}

/** Reads what waits for this worker, in the order it was written; what was saved in one breath stands behind what it builds on. */
export const heldItems = (view: RowView): readonly HeldItem[] => {
  const open = openHeldWork(view);
  const chains = open.map((held) => ({ held, before: heldBefore(held, open, new Set()) }));
  chains.sort((a, b) => (a.held.writtenAt ?? 0) - (b.held.writtenAt ?? 0) || a.before.length - b.before.length);
  const items = new Map<string, HeldItem>();
  for (const { held, before } of chains) {
    const after = before.map((other) => items.get(other.id) ?? toItem(view, other, []));
    items.set(held.id, toItem(view, held, after));
  }
  return [...items.values()];
};

/** Lists what held work builds on, the first first. Work that somebody made to build on itself is not followed round. */
const heldBefore = (held: HeldRecord, open: readonly HeldRecord[], seen: Set<string>): readonly HeldRecord[] => {
  seen.add(held.id);
  return open.flatMap((other) => {
    if (seen.has(other.id) || other.authorId !== held.authorId || !buildsOn(held.args, other.args)) return [];
    return [...heldBefore(other, open, seen), other];
  });
};

/** Makes the intents that take an item after everything it builds on. */
export const takeIntents = (item: HeldItem): readonly Intent[] => [...item.after, item].map(takeIntent);

/** Makes the intent that leaves an item aside. */
export const dropIntent = ({ held }: HeldItem): Intent => ({
  name: 'held.decide',
  args: { heldId: held.id, state: 'dropped' },
});

const takeIntent = ({ held, seen }: HeldItem): Intent => ({
  name: 'held.decide',
  args: { heldId: held.id, state: 'taken', ...(seen === null ? {} : { seen }) },
});

const toItem = (view: RowView, held: HeldRecord, after: readonly HeldItem[]): HeldItem => {
  const work = { name: held.mutationName, args: held.args };
  const edited = editedRow(view, held);
  return {
    held,
    what: describeWork(work, view),
    changes: held.mutationName === 'record.edit' ? changesOf(held.args, edited?.fields ?? {}) : [],
    lines: held.mutationName === 'record.edit' ? [] : typedLines(held.args),
    doorHref: doorOfWork(view, held.args),
    after,
    isTakeable: isMutationName(held.mutationName) && (held.mutationName !== 'record.edit' || edited !== undefined),
    seen: edited?.rev ?? null,
  };
};

const editedRow = (view: RowView, { mutationName, args }: HeldRecord) => {
  const { table, id } = objectOf(args);
  if (mutationName !== 'record.edit' || typeof table !== 'string' || typeof id !== 'string') return undefined;
  return isRecordName(table) ? view.row(table, id) : undefined;
};

const changesOf = (args: unknown, shown: FieldMap): readonly HeldChange[] => {
  const { table, edits } = objectOf(args);
  if (typeof table !== 'string' || !Array.isArray(edits)) return [];
  return edits.map(objectOf).flatMap(({ field, to }) => {
    if (typeof field !== 'string') return [];
    const spec = fieldSpecOf(table, field);
    return [
      {
        label: fieldLabel(spec, field),
        now: valueWords(spec, shown[field]),
        proposed: valueWords(spec, to),
      },
    ];
  });
};
