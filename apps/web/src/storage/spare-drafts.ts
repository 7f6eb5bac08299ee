import { type Codec, plainCodec } from './codec.ts';
import type { RestingDraft } from './resting-draft.ts';

/** Is what keeps texts by name, as sessionStorage does. */
export interface TextShelf {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

/** Names the shelf of an account's spare drafts. */
export const nameSpare = (accountId: string): string => `lianxin.drafts.${accountId}`;

/** Seals the spare drafts that a version before the sealed store has left readable in this tab. */
export const resealSpare = async (spare: TextShelf, accountId: string, codec: Codec): Promise<void> => {
  const key = nameSpare(accountId);
  const resting = readSpare(spare, key);
  if (!resting.some(({ sealed }) => typeof sealed === 'string')) return;
  const sealed = await Promise.all(
    resting.map(async (draft) => {
      if (typeof draft.sealed !== 'string') return draft;
      const place = { accountId, table: 'drafts', id: draft.form };
      const value = await plainCodec.open(place, draft.sealed).catch(() => null);
      return { form: draft.form, sealed: await codec.seal(place, value) };
    }),
  );
  spare.removeItem(key);
  writeSpare(spare, key, sealed);
};

/** Keeps drafts that the database does not take; not even that is sure to find room. */
export const writeSpare = (spare: TextShelf, key: string, sealed: readonly RestingDraft[]): void => {
  try {
    const asText = sealed.map((draft) => ({ form: draft.form, sealed: textOf(draft.sealed) }));
    spare.setItem(key, JSON.stringify(asText));
  } catch {
    // Full as well: memory is all there is.
  }
};

/** Bytes as text that JSON can carry; a codec opens either. */
const textOf = (sealed: Uint8Array | string): string | readonly number[] =>
  typeof sealed === 'string' ? sealed : [...sealed];

/** Reads the drafts that the database did not take. */
export const readSpare = (spare: TextShelf, key: string): readonly RestingDraft[] => {
  try {
    const found: unknown = JSON.parse(spare.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.flatMap(readSpareDraft) : [];
  } catch {
    return [];
  }
};

const readSpareDraft = (value: unknown): readonly RestingDraft[] => {
  if (typeof value !== 'object' || value === null || !('form' in value) || !('sealed' in value)) return [];
  const { form, sealed } = value;
  if (typeof form !== 'string') return [];
  if (typeof sealed === 'string') return [{ form, sealed }];
  return Array.isArray(sealed) ? [{ form, sealed: Uint8Array.from(sealed) }] : [];
};
