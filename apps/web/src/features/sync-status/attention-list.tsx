import type { AttentionEntry, RowView } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Sub } from '../../ui/sub.tsx';
import { AttentionItem } from './attention-item.tsx';

export type AttentionListProps = { readonly entries: readonly AttentionEntry[]; readonly view: RowView };

/** What the server did not take. Nothing leaves this list but by the person's own hand. */
export const AttentionList = ({ entries, view }: AttentionListProps) => {
  if (entries.length === 0) return null;
  return (
    <Section title={t.syncStatus.attention.title}>
      <Sub padded>{t.syncStatus.attention.body}</Sub>
      <RowList>
        {entries.map((entry) => (
          <AttentionItem key={entry.id} entry={entry} view={view} />
        ))}
      </RowList>
    </Section>
  );
};
