import type { Json } from '@lianxin/domain';
import type { Table } from 'dexie';
import type { Codec } from './codec.ts';
import type { RestingDraft } from './resting-draft.ts';
import { nameSpare, readSpare, type TextShelf, writeSpare } from './spare-drafts.ts';

/** Holds what is typed and not saved, by form: in memory at once, on the phone within a second. */
export interface Drafts {
  readonly get: (form: string) => Json | undefined;
  readonly forms: () => readonly string[];
  /** Reads every draft that rests on the phone by now, those of other windows too. */
  readonly resting: () => Promise<readonly Json[]>;
  /** Keeps a draft; null forgets it. */
  readonly keep: (form: string, value: Json | null) => void;
  /** Writes at once what is only in memory; it stays there and is tried again when the phone cannot write it. */
  readonly flush: () => Promise<void>;
  /** Flushes and writes nothing any more. */
  readonly close: () => Promise<void>;
}

/** Is what drafts need from the phone. */
export interface DraftPorts {
  readonly table: Table<RestingDraft, string>;
  /** Takes drafts, sealed all the same, that the database does not take; it lasts as long as the tab. */
  readonly spare: TextShelf;
  readonly codec: Codec;
  readonly accountId: string;
  /** Tells whether something is nowhere but in memory. */
  readonly onUnwritten: (isUnwritten: boolean) => void;
}

const writeAfterMs = 1_000;
const tryAgainAfterMs = 5_000;

/** Reads the drafts of an account, so that forms find them when they open. */
export const openDrafts = async ({ table, spare, codec, accountId, onUnwritten }: DraftPorts): Promise<Drafts> => {
  const spareKey = nameSpare(accountId);
  const place = (form: string) => ({ accountId, table: 'drafts', id: form });
  const open = (draft: RestingDraft): Promise<unknown> => codec.open(place(draft.form), draft.sealed);
  // What the database did not take before a reload is the newer, and is offered to it again.
  const spared = await readAll(readSpare(spare, spareKey), open);
  const drafts = new Map([...(await readAll(await table.toArray(), open)), ...spared]);
  const unwritten = new Map<string, Json | null>(spared);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;

  const schedule = (afterMs: number): void => {
    if (!isClosed) timer ??= setTimeout(() => void flush(), afterMs);
  };

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batch = [...unwritten];
    if (batch.length === 0) return;
    const puts = batch.filter((entry): entry is [string, Json] => entry[1] !== null);
    const sealed = await Promise.all(
      puts.map(async ([form, value]) => ({ form, sealed: await codec.seal(place(form), value) })),
    );
    const gone = batch.filter(([, value]) => value === null).map(([form]) => form);
    try {
      // First and by itself: forgetting needs no room, and what was saved must not come back because another draft found none.
      await table.bulkDelete(gone);
      await table.bulkPut(sealed);
      spare.removeItem(spareKey);
      // What was typed meanwhile is another value and waits for the next turn.
      for (const [form, value] of batch) if (unwritten.get(form) === value) unwritten.delete(form);
    } catch {
      // No room or no database: it stays in memory and outlives a reload, and the browser asks before the tab is closed.
      writeSpare(spare, spareKey, sealed);
    }
    onUnwritten(unwritten.size > 0);
    if (unwritten.size > 0) schedule(tryAgainAfterMs);
  };

  const flush = (): Promise<void> => {
    writing = writing.then(write, write);
    return writing;
  };

  if (unwritten.size > 0) schedule(0);
  return {
    get: (form) => drafts.get(form),
    forms: () => [...drafts.keys()],
    resting: async () => [...(await readAll(await table.toArray(), open)).values()],
    keep: (form, value) => {
      if (value === null) drafts.delete(form);
      else drafts.set(form, value);
      unwritten.set(form, value);
      onUnwritten(true);
      // A saved form must not come back as a draft, so forgetting does not wait.
      if (value === null) void flush();
      else schedule(writeAfterMs);
    },
    flush,
    close: async () => {
      await flush();
      isClosed = true;
      clearTimeout(timer);
    },
  };
};

/** A draft that cannot be read is left out: it must not keep the register from opening. */
const readAll = async (
  resting: readonly RestingDraft[],
  open: (draft: RestingDraft) => Promise<unknown>,
): Promise<Map<string, Json>> => {
  const opened = await Promise.all(resting.map(async (draft) => [draft.form, await open(draft).catch(() => null)]));
  return new Map(opened.filter((entry): entry is [string, Json] => entry[1] !== null));
};
