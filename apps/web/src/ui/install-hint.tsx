import { tInstall } from '../locale/install-messages.ts';
import { endInstallHint, useIsInstallHintDue } from '../platform/first-save.ts';
import { promptInstall, useInstallState } from '../platform/install-prompt.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import { ButtonLink } from './button-link.tsx';
import { Note } from './note.tsx';

/** Offers a place on the home screen once there is something to lose, and takes one no for good. */
export const InstallHint = () => {
  const state = useInstallState();
  if (!useIsInstallHintDue() || state === 'installed') return null;
  const install = async () => {
    await promptInstall();
    endInstallHint();
  };
  return (
    <aside aria-label={tInstall.title}>
      <Note title={tInstall.hintTitle}>
        {state === 'ios' ? tInstall.safariLimit : tInstall.why}
        <ActionBar>
          {state === 'offered' ? (
            <Button variant="outline" onClick={() => void install()}>
              {tInstall.action}
            </Button>
          ) : (
            <ButtonLink variant="outline" href="/mine/install">
              {tInstall.how}
            </ButtonLink>
          )}
          <Button variant="quiet" onClick={endInstallHint}>
            {tInstall.later}
          </Button>
        </ActionBar>
      </Note>
    </aside>
  );
};
