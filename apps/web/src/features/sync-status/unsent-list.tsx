import type { OutboxEntry, RowView } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { describeWork } from '../../storage/reading/describe-work.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tick } from '../../ui/tick.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

export type UnsentListProps = { readonly outbox: readonly OutboxEntry[]; readonly view: RowView };

/** More lines than this tell nothing more; the rest is a number. */
const longestList = 50;

/** What waits to be sent, in the order it will go. */
export const UnsentList = ({ outbox, view }: UnsentListProps) => {
  const waiting = outbox.filter((entry) => entry.acknowledgedRev === null);
  if (waiting.length === 0) return null;
  const now = systemClock.now();
  return (
    <Section title={t.syncStatus.waiting}>
      <RowList>
        {waiting.slice(0, longestList).map((entry) => (
          <Row
            key={entry.id}
            text={describeWork(entry, view)}
            note={t.dates.moment(entry.at, now)}
            trailing={
              <Tick count={1} tone="soft">
                <VisuallyHidden>{t.syncStatus.ticks.onPhone}</VisuallyHidden>
              </Tick>
            }
          />
        ))}
      </RowList>
      {waiting.length > longestList && <Sub padded>{t.syncStatus.waitingMore(waiting.length - longestList)}</Sub>}
    </Section>
  );
};
