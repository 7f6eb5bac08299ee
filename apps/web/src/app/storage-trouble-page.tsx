import { tRare } from '../locale/rare-messages.ts';
import { reloadPage } from '../platform/page-hiding.ts';
import { RescueButton } from '../storage/intents/rescue-button.tsx';
import type { StorageFailureKind } from '../storage/storage-failure.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { PageActions } from '../ui/page-actions.tsx';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { Section } from '../ui/section.tsx';
import { Sub } from '../ui/sub.tsx';
import { AppBanner } from './app-banner.tsx';

export interface StorageTroublePageProps {
  readonly kind: StorageFailureKind;
  readonly accountId: string;
}

/** Says why the register cannot be used in this window, what is safe, and how to get saved work out all the same. */
export const StorageTroublePage = ({ kind, accountId }: StorageTroublePageProps) => {
  const words = tRare.storageTrouble.trouble;
  const { title, body } = words[kind];
  const reload = (
    <ActionBar>
      <Button variant="main" onClick={() => void reloadPage()}>
        {words.reload}
      </Button>
    </ActionBar>
  );
  return (
    <PhoneShell banner={<AppBanner />}>
      <Page title={title} bar={reload}>
        <Note tone={kind === 'newer' ? 'press' : 'late'} live>
          {body}
        </Note>
        {kind !== 'newer' && <RescueOffer accountId={accountId} />}
      </Page>
    </PhoneShell>
  );
};

const RescueOffer = ({ accountId }: { readonly accountId: string }) => (
  <Section title={tRare.storageTrouble.rescue.title}>
    <Sub padded>{tRare.storageTrouble.rescue.body}</Sub>
    <PageActions>
      <RescueButton accountId={accountId} />
    </PageActions>
  </Section>
);
