import { type FieldMap, findIdentifying } from '@lianxin/domain';
import type { MutationArguments } from '@lianxin/protocol';
import { communityBucket } from './buckets.ts';
import { alreadyExists, changeRow, createRow, deleteRow, isRefusal } from './create-row.ts';
import { closedBy, makeHelp } from './help-rules.ts';
import { householdOfNeed, makeCard } from './household-card.ts';
import {
  type Decision,
  type MutationContext,
  type Reading,
  readRow,
  readRowsBy,
  refuse,
  type StoredRow,
  write,
} from './row.ts';

/** Publishes a need as a wish: the grid keeps whose it is, the community sees a notice that names nobody and no door. */
export function* publishWish(context: MutationContext, args: MutationArguments['wish.publish']): Reading<Decision> {
  const taken = alreadyExists((yield* readRow('wish', args.wish.id)) ?? (yield* readRow('wishNotice', args.notice.id)));
  if (taken !== null) return taken;
  const need = yield* readRow('need', String(args.wish.fields.needId));
  if (need === undefined || need.deleted) return refuse('notFound', 'needId');
  if (args.wish.fields.noticeId !== args.notice.id) return refuse('invalid', 'noticeId');
  if (hasUndatedAgreement(args.wish.fields)) return refuse('invalid', 'agreementOn');
  const wishes = yield* readRowsBy('wish', 'needId', need.id);
  if (wishes.some(isOnTheWay)) return refuse('stateChanged');
  const household = yield* householdOfNeed(need);
  const texts = [
    args.notice.fields.what,
    args.notice.fields.place,
    args.notice.fields.timeWindow,
    args.notice.fields.skill,
  ];
  const found = findIdentifying(texts.filter((text) => typeof text === 'string').join('\n'), household);
  if (found.length > 0) return refuse('namesSomebody', 'what');
  const wish = createRow(context, args.wish, {
    table: 'wish',
    buckets: need.buckets,
    server: { publishedByName: context.userName },
  });
  if (isRefusal(wish)) return wish;
  const notice = createRow(context, args.notice, {
    table: 'wishNotice',
    buckets: [communityBucket(context.communityId)],
    server: { publishedAt: context.eventAt },
  });
  if (isRefusal(notice)) return notice;
  const begun = need.fields.state === 'open' ? [changeRow(context, need, { state: 'inProgress' })] : [];
  return write([wish, notice, ...begun], [need.buckets]);
}

/** A need that is on the wall or in somebody's hands is not put up twice, or two people would come for one job. */
const isOnTheWay = (wish: StoredRow): boolean => wish.fields.state === 'open' || wish.fields.state === 'claimed';

/** Giving a door and a phone to somebody else needs a consent that can be shown: how and when. */
const hasUndatedAgreement = (fields: FieldMap): boolean => fields.agreementWay !== 'none' && !fields.agreementOn;

/** Claims a wish: first come at the server, so a late second claim is refused, not merged. */
export function* claimWish(context: MutationContext, args: MutationArguments['wish.claim']): Reading<Decision> {
  const { notice, wish } = yield* findWish(args.noticeId);
  if (notice === undefined || notice.deleted) return refuse('notFound');
  if (notice.fields.state !== 'open')
    return refuse(notice.fields.state === 'claimed' ? 'alreadyClaimed' : 'stateChanged');
  const claimed = changeRow(context, notice, { state: 'claimed' });
  if (wish === undefined) return write([claimed], []);
  const marked = changeRow(context, wish, {
    state: 'claimed',
    claimedBy: context.userId,
    claimedByName: context.userName,
    claimedAt: context.eventAt,
  });
  const card = yield* makeCard(context, marked, notice);
  return write([claimed, marked, ...card], []);
}

/** Puts a claimed wish back; the claimer's card goes with it. */
export function* releaseWish(context: MutationContext, args: MutationArguments['wish.release']): Reading<Decision> {
  const { notice, wish } = yield* findWish(args.noticeId);
  const problem = notMine(context, notice, wish);
  if (problem !== null || notice === undefined) return problem ?? refuse('notFound');
  const opened = changeRow(context, notice, { state: 'open' });
  const unmarked =
    wish === undefined
      ? []
      : [changeRow(context, wish, { state: 'open', claimedBy: null, claimedByName: null, claimedAt: null })];
  return write([opened, ...unmarked, ...(yield* removedCard(context, notice.id))], []);
}

/** Finishes a claimed wish, with the help recorded in the same breath; the need is done and still wants its answer. */
export function* finishWish(context: MutationContext, args: MutationArguments['wish.finish']): Reading<Decision> {
  const { notice, wish } = yield* findWish(args.noticeId);
  const problem = notMine(context, notice, wish);
  if (problem !== null || notice === undefined) return problem ?? refuse('notFound');
  const need = wish === undefined ? undefined : yield* readRow('need', String(wish.fields.needId));
  const writes: StoredRow[] = [
    changeRow(context, notice, { state: 'finished' }),
    ...(yield* removedCard(context, notice.id)),
  ];
  if (wish !== undefined) writes.push(changeRow(context, wish, { state: 'finished' }));
  if (args.help !== null) {
    const linked = { ...args.help, fields: { ...args.help.fields, noticeId: notice.id, needId: need?.id ?? null } };
    const help = yield* makeHelp(context, linked, need);
    if (isRefusal(help)) return help;
    writes.push(help, ...closedBy(context, need, help));
  }
  return write(writes, []);
}

/** Takes a wish back from the wall, whoever claimed it. */
export function* withdrawWish(context: MutationContext, args: MutationArguments['wish.withdraw']): Reading<Decision> {
  const { notice, wish } = yield* findWish(args.noticeId);
  if (notice === undefined || wish === undefined) return refuse('notFound');
  if (notice.fields.state === 'finished' || notice.fields.state === 'withdrawn') return refuse('stateChanged');
  const closed = changeRow(context, notice, { state: 'withdrawn' });
  return write(
    [closed, changeRow(context, wish, { state: 'withdrawn' }), ...(yield* removedCard(context, notice.id))],
    [wish.buckets],
  );
}

/** Finds both sides of a wish; a volunteer's phone has only the notice. */
function* findWish(
  noticeId: string,
): Reading<{ readonly notice: StoredRow | undefined; readonly wish: StoredRow | undefined }> {
  const notice = yield* readRow('wishNotice', noticeId);
  const wishes = yield* readRowsBy('wish', 'noticeId', noticeId);
  return { notice, wish: wishes[0] };
}

const notMine = (
  context: MutationContext,
  notice: StoredRow | undefined,
  wish: StoredRow | undefined,
): Decision | null => {
  if (notice === undefined || notice.deleted) return refuse('notFound');
  if (notice.fields.state !== 'claimed') return refuse('stateChanged');
  if (context.side === 'server' && wish?.fields.claimedBy !== context.userId) return refuse('notYours');
  return null;
};

function* removedCard(context: MutationContext, noticeId: string): Reading<readonly StoredRow[]> {
  const card = yield* readRow('householdCard', noticeId);
  return card === undefined || card.deleted ? [] : [deleteRow(context, card)];
}
