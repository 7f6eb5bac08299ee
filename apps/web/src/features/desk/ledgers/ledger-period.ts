import { type CivilDate, parseCivilDate } from '@lianxin/domain';
import { type LedgerName, ledgerNames } from '@lianxin/protocol';
import { withQuery } from '../answer-topic.ts';

/** Is the period of a ledger, both days included; a ledger of a state of things has only its day. */
export interface LedgerPeriod {
  readonly from: CivilDate | null;
  readonly to: CivilDate;
}

/** Says whether a text names a ledger that has a page; 按原表样 is only downloaded. */
export const parseLedgerName = (text: string | undefined): LedgerName | null =>
  ledgerNames.find((name) => name === text && name !== 'as-imported') ?? null;

const dayOrNull = (text: string | null): CivilDate | null => {
  const day = parseCivilDate(text ?? '');
  return day.ok ? day.value : null;
};

/** Reads the period from the address: residents as of a day, the others from the first of the month; today when nothing is said. */
export const periodOf = (
  name: LedgerName,
  asked: { readonly from: string | null; readonly to: string | null },
  today: CivilDate,
): LedgerPeriod => {
  const to = dayOrNull(asked.to) ?? today;
  if (name === 'residents' || name === 'as-imported') return { from: null, to };
  return { from: dayOrNull(asked.from) ?? `${to.slice(0, 7)}-01`, to };
};

/** Says whether a period ends before it begins. */
export const isBackwards = ({ from, to }: LedgerPeriod): boolean => from !== null && from > to;

export interface LedgerRequest extends LedgerPeriod {
  readonly communityId: string;
  readonly gridId: string | null;
}

const queryOf = ({ communityId, gridId, from, to }: LedgerRequest) => ({
  community: communityId,
  grid: gridId,
  from,
  to,
});

/** Writes where a ledger is downloaded. */
export const exportPath = (name: LedgerName, request: LedgerRequest): string =>
  withQuery(`/ledgers/${name}.xlsx`, queryOf(request));

/** Writes where the beginning of a ledger is looked at. */
export const previewPath = (name: LedgerName, request: LedgerRequest): string =>
  withQuery(`/ledgers/${name}/preview`, queryOf(request));
