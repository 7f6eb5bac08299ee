import { tHelp } from '../../locale/help-messages.ts';
import { recordTicks } from '../../storage/reading/record-tick.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { Page } from '../../ui/page.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { helpOf, totalsOf } from './help-records.ts';
import { HelpRow } from './help-row.tsx';

/** Lists what one person has given or written down, with their own times and hours and nobody else's. */
export const HelpRecordsPage = () => {
  const { view, state } = useRegister();
  const { account } = useWorkspace().session;
  const records = helpOf(view, account.id);
  const { times, minutes } = totalsOf(records, account.id);
  const tickOf = recordTicks(state, view);
  const words = tHelp.records;
  const figures = [
    { key: 'times', value: String(times), label: words.times },
    { key: 'hours', value: String(Math.round(minutes / 6) / 10), label: words.hours },
  ];
  return (
    <Page title={words.title} back={{ href: '/help/mine', label: tHelp.title }} aside={<SyncTick />}>
      {records.length === 0 ? (
        <EmptyState
          title={words.empty.title}
          action={
            <ButtonLink variant="outline" href="/help/log">
              {tHelp.recordOnce}
            </ButtonLink>
          }
        >
          {words.empty.body}
        </EmptyState>
      ) : (
        <>
          <KeyFigures figures={figures} />
          <RowList label={words.title}>
            {records.map((record) => (
              <HelpRow key={record.id} record={record} tick={tickOf('help', record.id)} />
            ))}
          </RowList>
        </>
      )}
    </Page>
  );
};
