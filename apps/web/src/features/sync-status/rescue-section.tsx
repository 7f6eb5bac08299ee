import { tRare } from '../../locale/rare-messages.ts';
import { RescueButton } from '../../storage/intents/rescue-button.tsx';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { PageActions } from '../../ui/page-actions.tsx';
import { Section } from '../../ui/section.tsx';
import { Sub } from '../../ui/sub.tsx';

/** The way out for work that a phone cannot send. */
export const RescueSection = () => {
  const { account } = useWorkspace().session;
  return (
    <Section title={tRare.storageTrouble.rescue.title}>
      <Sub padded>{tRare.storageTrouble.rescue.body}</Sub>
      <PageActions>
        <RescueButton accountId={account.id} />
      </PageActions>
    </Section>
  );
};
