import { t } from '../../locale/messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

/** Stands where a record was: moved to another grid, or never on this phone. */
export const GonePage = () => (
  <Page title={t.register.title}>
    <EmptyState
      title={t.register.gone.title}
      action={
        <ButtonLink variant="outline" href={pagePaths.register}>
          {t.register.gone.home}
        </ButtonLink>
      }
    >
      {t.register.gone.body}
    </EmptyState>
  </Page>
);
