import type { Json } from '@lianxin/domain';
import type { Drafts } from '../drafts.ts';
import type { Register } from '../register.ts';
import type { PhotoSurroundings } from './decide-photo.ts';

/** Reads what the phone knows of pictures besides the pictures, at one moment. A form in another window holds its pictures by the draft that rests. */
export const surroundingsOf = (
  register: Pick<Register, 'state' | 'confirmed'>,
  drafts: Pick<Drafts, 'forms' | 'get'> & { readonly atRest: readonly Json[] },
  now: number,
): ((sha256: string) => PhotoSurroundings) => {
  const { outbox, meta } = register.state();
  const named = outbox.flatMap(({ name, args, acknowledgedRev }) => {
    const sha256 = name === 'photo.add' ? hashIn(args) : null;
    return sha256 === null ? [] : [{ sha256, isWaiting: acknowledgedRev === null }];
  });
  const recorded = new Set(register.confirmed.all('photo').flatMap(({ fields }) => fields.sha256 ?? []));
  const open = drafts.forms().map((form) => drafts.get(form) ?? null);
  const drafted = [...open, ...drafts.atRest].map((draft) => JSON.stringify(draft));
  return (sha256) => ({
    now,
    epoch: meta.epoch,
    isDrafted: drafted.some((draft) => draft.includes(sha256)),
    isWaiting: named.some((entry) => entry.sha256 === sha256 && entry.isWaiting),
    isOnItsWay: named.some((entry) => entry.sha256 === sha256 && !entry.isWaiting),
    isRecorded: recorded.has(sha256),
  });
};

/** Arguments were JSON when they were saved; anything else names no picture. */
const hashIn = (args: unknown): string | null => {
  const at = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : null;
  const sha256 = at(at(at(args, 'photo'), 'fields'), 'sha256');
  return typeof sha256 === 'string' ? sha256 : null;
};
