import { goodsSchema, helpKind } from '@lianxin/domain';
import type { HelpColumn, LedgerLine } from '@lianxin/ledger';
import type { LedgerRow } from '../../store/ledger-port.ts';
import { dayText, labelIn, maskCells, textIn } from './cell-texts.ts';

/** Turns rows into the lines of 志愿服务台账. */
export async function* helpLines(
  rows: AsyncIterable<LedgerRow>,
  options: { readonly isMasked: boolean; readonly organiser: string },
): AsyncGenerator<LedgerLine<HelpColumn>> {
  let sequence = 0;
  for await (const row of rows) {
    sequence += 1;
    const cells = helpCells(row, { ...options, sequence });
    yield { cells: options.isMasked ? maskCells(cells, { volunteer: 'name' }) : cells };
  }
}

const helpCells = (
  row: LedgerRow,
  options: { readonly organiser: string; readonly sequence: number },
): Record<HelpColumn, string> => {
  const minutes = row['service_minutes'];
  const served = row['people_served'];
  return {
    sequence: String(options.sequence),
    activity: labelIn(row, 'kind', helpKind),
    servedOn: dayText(textIn(row, 'served_on')),
    period: '',
    place: textIn(row, 'place'),
    organiser: options.organiser,
    leader: '',
    content: [textIn(row, 'content'), goodsText(textIn(row, 'goods'))].filter((part) => part !== '').join(';'),
    served: typeof served === 'number' ? `${served}人` : '',
    volunteer:
      row['giver_kind'] === 'group'
        ? `${textIn(row, 'giver_name')}(${textIn(row, 'giver_count')}人)`
        : textIn(row, 'giver_name'),
    volunteerNo: '',
    hours: typeof minutes === 'number' ? String(Math.round(minutes / 6) / 10) : '',
    rating: '',
    recorder: textIn(row, 'recorder_name'),
    note: textIn(row, 'note'),
  };
};

const goodsText = (json: string): string => {
  const parsed = goodsSchema.safeParse(json === '' ? [] : JSON.parse(json));
  return parsed.success ? parsed.data.map(({ name, quantity, unit }) => `${name}${quantity}${unit}`).join('、') : '';
};
