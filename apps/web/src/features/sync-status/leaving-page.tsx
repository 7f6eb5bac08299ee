import { t } from '../../locale/messages.ts';
import { leaveCommunity } from '../../storage/device-session.ts';
import { countUnsent } from '../../storage/reading/record-tick.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { Sub } from '../../ui/sub.tsx';
import { AttentionList } from './attention-list.tsx';
import { ContactSection } from './contact-section.tsx';
import { HandedOverList } from './handed-over-list.tsx';
import { UnsentList } from './unsent-list.tsx';

/** Stands in for all pages once somebody's duty here has ended: what they wrote goes out first, then the register goes, and they read what became of it. */
export const LeavingPage = () => {
  const { state, view } = useRegister();
  const words = t.syncStatus.leaving;
  const isForgotten = countUnsent(state.outbox) === 0 && Object.keys(state.meta.have).length === 0;
  const handedOver = state.attention.filter((entry) => entry.outcome === 'handedOver');
  const notTaken = state.attention.filter((entry) => entry.outcome !== 'handedOver');
  return (
    <Page title={words.title}>
      <Sub padded>{isForgotten ? words.done : words.waiting}</Sub>
      {isForgotten ? (
        <PageActions>
          <Button variant="main" onClick={leaveCommunity}>
            {words.leave}
          </Button>
        </PageActions>
      ) : (
        <ContactSection state={state} />
      )}
      <HandedOverList entries={handedOver} view={view} />
      <AttentionList entries={notTaken} view={view} />
      <UnsentList outbox={state.outbox} view={view} />
    </Page>
  );
};
