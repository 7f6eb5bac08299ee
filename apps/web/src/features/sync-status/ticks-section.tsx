import type { LocalState } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import { countByTick } from '../../storage/reading/record-tick.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tick } from '../../ui/tick.tsx';

export type TicksSectionProps = { readonly state: LocalState };

/** What one, two and three ticks promise, and how much of one's own work has come no further. A server that never made a backup promises none. */
export const TicksSection = ({ state }: TicksSectionProps) => {
  const words = t.syncStatus.ticks;
  const { onPhone, atServer } = countByTick(state);
  const hasBackup = state.meta.safe > 0;
  const counted = (value: number) => (value === 0 ? null : words.waiting(value));
  return (
    <Section title={words.title}>
      <RowList>
        <Row text={<Tick count={1}>{words.onPhone}</Tick>} note={words.onPhoneBody} trailing={counted(onPhone)} />
        <Row text={<Tick count={2}>{words.atServer}</Tick>} note={words.atServerBody} trailing={counted(atServer)} />
        {hasBackup && <Row text={<Tick count={3}>{words.backedUp}</Tick>} note={words.backedUpBody} />}
      </RowList>
      <Sub padded>{hasBackup ? words.kept : words.noBackup}</Sub>
    </Section>
  );
};
