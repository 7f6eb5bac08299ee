import { Route, Switch } from 'wouter';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { PublicCodePage } from './public-code-page.tsx';
import { PublicWorkerPage } from './public-worker-page.tsx';

/** The pages that anybody may open, in any browser: they keep nothing on the phone and need no session. */
export const PublicApp = ({ canSignIn }: { readonly canSignIn: boolean }) => (
  <PhoneShell>
    <Switch>
      <Route path="/w/:token" component={PublicWorkerPage} />
      <Route>
        <PublicCodePage canSignIn={canSignIn} />
      </Route>
    </Switch>
  </PhoneShell>
);
