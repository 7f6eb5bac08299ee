import type { AttentionEntry, RowView } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { describeWork } from '../../storage/reading/describe-work.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entry.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Sub } from '../../ui/sub.tsx';

export type HandedOverListProps = { readonly entries: readonly AttentionEntry[]; readonly view: RowView };

/** What counted after all although its author has left the grid: good news, to be read once. */
export const HandedOverList = ({ entries, view }: HandedOverListProps) => {
  const { register } = useWorkspace();
  if (entries.length === 0) return null;
  const now = systemClock.now();
  return (
    <Section title={t.syncStatus.handedOver.title}>
      <Sub padded>{t.syncStatus.handedOver.body}</Sub>
      <RowList>
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            title={describeWork(entry, view)}
            sub={t.dates.moment(entry.at, now)}
            aside={
              <Button variant="quiet" onClick={() => void register.dismiss(entry.id)}>
                {t.syncStatus.attention.dismiss}
              </Button>
            }
          />
        ))}
      </RowList>
    </Section>
  );
};
