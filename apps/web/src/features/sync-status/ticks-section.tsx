import { t } from '../../locale/messages.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Tick } from '../../ui/tick.tsx';

/** What one tick and two ticks promise. */
export const TicksSection = () => {
  const words = t.syncStatus.ticks;
  return (
    <Section title={words.title}>
      <RowList>
        <Row text={<Tick count={1}>{words.onPhone}</Tick>} note={words.onPhoneBody} />
        <Row text={<Tick count={2}>{words.atServer}</Tick>} note={words.atServerBody} />
      </RowList>
    </Section>
  );
};
