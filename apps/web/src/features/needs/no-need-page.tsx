import { t } from '../../locale/messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

/** Stands where a need was: taken back with its visit, moved to another grid, or never on this phone. */
export const NoNeedPage = () => (
  <Page title={t.needs.one}>
    <EmptyState
      title={t.needs.gone.title}
      action={
        <ButtonLink variant="outline" href={pagePaths.needs}>
          {t.needs.title}
        </ButtonLink>
      }
    >
      {t.needs.gone.body}
    </EmptyState>
  </Page>
);
