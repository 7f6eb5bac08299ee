import { civilDateAt, helpKind } from '@lianxin/domain';
import { tHelp } from '../../locale/help-messages.ts';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { type TickCount, tickWord } from '../../storage/reading/record-tick.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Row } from '../../ui/row.tsx';
import { Tick } from '../../ui/tick.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { HelpRecord } from './help-records.ts';

export type HelpRowProps = { readonly record: HelpRecord; readonly tick: TickCount };

/** One help in a list: the day, what it was, how much of it, and how safely it is kept. */
export const HelpRow = ({ record, tick }: HelpRowProps) => {
  const { account } = useWorkspace().session;
  return (
    <Row
      lead={t.dates.day(record.servedOn ?? '', civilDateAt(systemClock.now()))}
      wideLead
      text={[codeLabel(helpKind, record.kind), record.content].filter(Boolean).join(' · ')}
      note={detailsOf(record, account.id)}
      href={`/help/records/${record.id}`}
      trailing={
        <Tick count={tick} tone={tick === 1 ? 'soft' : 'done'}>
          <VisuallyHidden>{tickWord(tick)}</VisuallyHidden>
        </Tick>
      }
    />
  );
};

const giverWords = ({ giverId, giverKind, giverName }: HelpRecord, accountId: string): string | null => {
  if (giverId === accountId) return null;
  return giverKind === 'group' ? giverName : tHelp.records.forOther(giverName);
};

const detailsOf = (record: HelpRecord, accountId: string): string => {
  const words = tHelp.records;
  const { serviceMinutes, peopleServed, giverKind, giverCount, goods, place } = record;
  return [
    giverWords(record, accountId),
    record.giverId === accountId && record.recordedBy !== accountId && words.byRecorder(record.recorderName ?? ''),
    giverKind === 'group' && giverCount !== null && words.giverCount(giverCount),
    serviceMinutes !== null && tHelp.minutes(serviceMinutes),
    ...goods.map((item) => words.goods(item.name, item.quantity, item.unit)),
    place,
    peopleServed !== null && words.people(peopleServed),
    record.corrects !== null && words.corrected,
  ]
    .filter(Boolean)
    .join(' · ');
};
