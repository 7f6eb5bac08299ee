import { tPublic } from '../locale/public-messages.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { Sub } from '../ui/sub.tsx';

/** What anybody else sees who scans a household's card: nothing of the household, and nobody is asked about it. */
export const PublicCodePage = ({ canSignIn }: { readonly canSignIn: boolean }) => (
  <Page title={tPublic.codeTitle}>
    <EmptyState
      title={tPublic.codeBody}
      {...(canSignIn ? { action: <ButtonLink href="/sign-in">{tPublic.signIn}</ButtonLink> } : {})}
    >
      {tPublic.codeMore}
    </EmptyState>
    {!canSignIn && <Sub padded>{tPublic.openElsewhere}</Sub>}
  </Page>
);
