import { t } from '../../locale/messages.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Page } from '../../ui/page.tsx';
import { AttentionList } from './attention-list.tsx';
import { ClockNote } from './clock-note.tsx';
import { ContactSection } from './contact-section.tsx';
import { HandedOverList } from './handed-over-list.tsx';
import { RescueSection } from './rescue-section.tsx';
import { StorageSection } from './storage-section.tsx';
import { TicksSection } from './ticks-section.tsx';
import { ToDecideSection } from './to-decide-section.tsx';
import { UnsentList } from './unsent-list.tsx';

/** Tells what of one's work is where, what was not taken and what to do about it, and how well this phone keeps it. */
export const SyncStatusPage = () => {
  const { state, view } = useRegister();
  const handedOver = state.attention.filter((entry) => entry.outcome === 'handedOver');
  const notTaken = state.attention.filter((entry) => entry.outcome !== 'handedOver');
  return (
    <Page title={t.syncStatus.title} back={{ href: '/mine', label: t.syncStatus.back }}>
      <ContactSection state={state} />
      <ClockNote offsetMs={state.meta.offsetMs} />
      <AttentionList entries={notTaken} view={view} />
      <ToDecideSection view={view} />
      <UnsentList outbox={state.outbox} view={view} />
      <HandedOverList entries={handedOver} view={view} />
      <StorageSection />
      <TicksSection state={state} />
      <RescueSection />
    </Page>
  );
};
