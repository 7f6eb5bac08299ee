import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { t } from '../../locale/messages.ts';
import { DeskPage } from '../../ui/desk-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { accountRoutes } from './accounts/routes.tsx';
import { auditRoutes } from './audit/routes.tsx';
import { cadenceRoutes } from './cadences/routes.tsx';
import { erasureRoutes } from './erasures/routes.tsx';
import { deskHeldRoutes } from './held/routes.tsx';
import { importRoutes } from './imports/routes.tsx';
import { ledgerRoutes } from './ledgers/routes.tsx';
import { questionSetRoutes } from './question-sets/routes.tsx';
import { deskRegisterRoutes } from './register/routes.tsx';
import { rescueRoutes } from './rescues/routes.tsx';
import { unitRoutes } from './units/routes.tsx';

const routes = [
  ...deskRegisterRoutes,
  ...deskHeldRoutes,
  ...ledgerRoutes,
  ...questionSetRoutes,
  ...importRoutes,
  ...unitRoutes,
  ...accountRoutes,
  ...cadenceRoutes,
  ...auditRoutes,
  ...rescueRoutes,
  ...erasureRoutes,
];

/** Shows the page of the desk that the address names. */
export const DeskPages = () => (
  <Suspense fallback={null}>
    <Switch>
      {routes.map(({ path, page }) => (
        <Route key={path} path={path} component={page} />
      ))}
      <Route path="/desk">
        <Redirect to="/desk/register" replace />
      </Route>
      <Route>
        <DeskPage title={t.shell.notFound.title}>
          <EmptyState title={t.shell.notFound.title}>{t.shell.notFound.body}</EmptyState>
        </DeskPage>
      </Route>
    </Switch>
  </Suspense>
);
