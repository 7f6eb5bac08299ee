import { captionOf, type LedgerSheetText } from '@lianxin/ledger';
import type { LedgerFilter } from '../../store/ledger-port.ts';
import { dayText } from './cell-texts.ts';

/** Writes what stands around a ledger: unit and period in the title, 数据截至, number and who exported it below. */
export const ledgerHeading = (
  about: { readonly name: string; readonly unit: string; readonly number: string; readonly exportedBy: string },
  filter: LedgerFilter,
): LedgerSheetText => ({
  title: `${about.unit}${periodText(filter)}${about.name}`,
  caption: captionOf({
    unit: about.unit,
    asOf: dayText(filter.asOf),
    number: about.number,
    exportedBy: about.exportedBy,
  }),
  sheetName: about.name,
});

/** A whole month or the current one is told as a month, anything else by its days. */
const periodText = ({ fromOn, toOn, asOf }: LedgerFilter): string => {
  if (fromOn === null) return monthText(toOn ?? asOf);
  const last = toOn ?? asOf;
  return fromOn.slice(0, 7) === last.slice(0, 7) ? monthText(last) : `${dayText(fromOn)}至${dayText(last)}`;
};

const monthText = (day: string): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;
