import { tInstall } from '../../locale/install-messages.ts';
import { tSettings } from '../../locale/settings-messages.ts';
import { promptInstall, useInstallState } from '../../platform/install-prompt.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { StepList } from '../../ui/step-list.tsx';
import { Sub } from '../../ui/sub.tsx';

/** Shows how the app gets onto the home screen of this phone: by one press where the browser allows it, else step by step. */
export const InstallPage = () => {
  const state = useInstallState();
  const bar = state === 'offered' && (
    <ActionBar>
      <Button variant="main" onClick={() => void promptInstall()}>
        {tInstall.action}
      </Button>
    </ActionBar>
  );
  return (
    <Page title={tInstall.title} back={{ href: '/mine', label: tSettings.title }} bar={bar}>
      <Sub padded>{tInstall.why}</Sub>
      {state === 'installed' && <Note>{tInstall.installed}</Note>}
      {state === 'ios' && <Note tone="soon">{tInstall.safariLimit}</Note>}
      {(state === 'ios' || state === 'menu') && <StepList steps={tInstall.steps[state]} />}
      {state === 'ios' && <Sub padded>{tInstall.safariSignIn}</Sub>}
    </Page>
  );
};
