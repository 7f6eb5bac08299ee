import { t } from '../../locale/messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

/** Stands where a visit or its door was: moved to another grid, or never on this phone. */
export const NoVisitPage = () => (
  <Page title={t.visit.page.gone.title}>
    <EmptyState
      title={t.visit.page.gone.title}
      action={
        <ButtonLink variant="outline" href={pagePaths.register}>
          {t.register.gone.home}
        </ButtonLink>
      }
    >
      {t.visit.page.gone.body}
    </EmptyState>
  </Page>
);
