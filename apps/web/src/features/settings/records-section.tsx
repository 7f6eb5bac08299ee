import type { SessionAnswer } from '@lianxin/protocol';
import { tSettings } from '../../locale/settings-messages.ts';
import { type SyncSummary, summariseSync } from '../../storage/reading/sync-summary.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';

/** The ways to one's own records: how they are sent, what one has given, and the desk for those who keep it. */
export const RecordsSection = () => {
  const { state } = useRegister();
  const { session } = useWorkspace();
  const words = tSettings;
  return (
    <Section title={words.records}>
      <RowList>
        <Row text={words.sync} note={syncWords(summariseSync(state))} href="/mine/sync" />
        <Row text={words.helped} href="/help/records" />
        {keepsDesk(session) && <Row text={words.desk} note={words.deskNote} href="/desk" />}
      </RowList>
    </Section>
  );
};

const syncWords = ({ unsent, attention }: SyncSummary): string => {
  const words = tSettings;
  if (attention > 0) return words.syncAttention(attention);
  return unsent > 0 ? words.syncUnsent(unsent) : words.syncSettled;
};

const keepsDesk = ({ postings }: SessionAnswer): boolean =>
  postings.some((posting) => posting.role === 'communityAdmin' || posting.role === 'operator');
