import { type MutationName, mutationArguments } from '@lianxin/protocol';
import type { AttentionEntry, LocalState, OutboxEntry, RowView } from '@lianxin/sync/client';
import { type RecordsByName, readAllRecords, readRecord } from '../../storage/reading/read-record.ts';

export type Notice = RecordsByName['wishNotice'];
export type HouseholdCard = RecordsByName['householdCard'];

/** Is a wish that this person has claimed; without a card the server has not confirmed it yet. */
export interface Claim {
  readonly noticeId: string;
  readonly notice: Notice | null;
  readonly card: HouseholdCard | null;
}

/** Is a claim that the server did not take, with what stood on the notice. */
export interface LostClaim {
  readonly noticeId: string;
  readonly what: string | null;
  readonly reason: AttentionEntry['reason'];
  /** The claim and the releases that fell with it: all are dismissed at once. */
  readonly attentionIds: readonly string[];
}

/** Lists the wishes that nobody has claimed, the newest first. One that this phone has claimed offline no longer shows. */
export const openNotices = (view: RowView): readonly Notice[] =>
  readAllRecords(view, 'wishNotice')
    .filter((notice) => notice.state === 'open')
    .sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));

/** Lists what this person has claimed: confirmed ones by their card, then those that wait for the server. */
export const myClaims = (view: RowView, outbox: readonly OutboxEntry[]): readonly Claim[] => {
  const cards = readAllRecords(view, 'householdCard');
  const confirmed = new Set(cards.map((card) => card.id));
  const waiting = claimedOffline(outbox).filter((noticeId) => !confirmed.has(noticeId));
  const noticeOf = (id: string): Notice | null => readRecord(view, 'wishNotice', id) ?? null;
  return [
    ...cards.map((card) => ({ noticeId: card.id, notice: noticeOf(card.id), card })),
    ...waiting.map((noticeId) => ({ noticeId, notice: noticeOf(noticeId), card: null })),
  ];
};

/** Lists the claims that somebody else was faster with, or that the server did not take for another reason. */
export const lostClaims = (view: RowView, { attention }: LocalState): readonly LostClaim[] =>
  attention.flatMap((entry) => {
    const noticeId = noticeIdOf(entry);
    if (entry.name !== 'wish.claim' || noticeId === null) return [];
    const fallen = attention.filter(
      (other) => (other.name === 'wish.claim' || other.name === 'wish.release') && noticeIdOf(other) === noticeId,
    );
    const what = readRecord(view, 'wishNotice', noticeId)?.what ?? null;
    return [{ noticeId, what, reason: entry.reason, attentionIds: fallen.map(({ id }) => id) }];
  });

const claimedOffline = (outbox: readonly OutboxEntry[]): readonly string[] => {
  const claimed = new Set<string>();
  for (const entry of outbox) {
    const noticeId = noticeIdOf(entry);
    if (noticeId === null) continue;
    if (entry.name === 'wish.claim') claimed.add(noticeId);
    else claimed.delete(noticeId);
  }
  return [...claimed];
};

const endings: readonly MutationName[] = ['wish.claim', 'wish.release', 'wish.withdraw'];

const noticeIdOf = ({ name, args }: Pick<OutboxEntry, 'name' | 'args'>): string | null => {
  if (name === 'wish.finish') {
    const parsed = mutationArguments['wish.finish'][1].safeParse(args);
    return parsed.success ? parsed.data.noticeId : null;
  }
  if (!endings.some((known) => known === name)) return null;
  const parsed = mutationArguments['wish.claim'][1].safeParse(args);
  return parsed.success ? parsed.data.noticeId : null;
};
