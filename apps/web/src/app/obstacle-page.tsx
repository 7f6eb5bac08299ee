import { t } from '../locale/messages.ts';
import { tObstacle } from '../locale/obstacle-messages.ts';
import {
  browserIntent,
  type InAppBrowser,
  type PhoneSystem,
  type PlatformObstacle,
  thisPhoneSystem,
} from '../platform/browser-kind.ts';
import { copyText } from '../platform/save-file.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Page } from '../ui/page.tsx';
import { PageActions } from '../ui/page-actions.tsx';
import { Section } from '../ui/section.tsx';
import { StepList } from '../ui/step-list.tsx';
import { Sub } from '../ui/sub.tsx';
import { showToast } from '../ui/toast.ts';

/** Says what keeps the app from working here and what to do; it offers no sign-in. */
export const ObstaclePage = ({ obstacle }: { readonly obstacle: PlatformObstacle }) => {
  if (obstacle.type === 'inApp') return <InAppPage app={obstacle.app} system={thisPhoneSystem()} />;
  const words = tObstacle[obstacle.type];
  return (
    <Page title={t.shell.appName}>
      <EmptyState title={words.title}>{words.body}</EmptyState>
      <LanguageSwitch />
    </Page>
  );
};

/** Leads out of the browser of a chat app, keeping the whole address: an invitation stands after its #. */
const InAppPage = ({ app, system }: { readonly app: InAppBrowser; readonly system: PhoneSystem }) => {
  const words = tObstacle.inAppBrowser;
  const address = window.location.href;
  const intent = system === 'android' ? browserIntent(address) : null;
  const copy = async () => showToast({ text: (await copyText(address)) ? words.copied : words.notCopied });
  return (
    <Page title={t.shell.appName}>
      <Section title={words.title(words.apps[app.key])}>
        <Sub padded>{words.body}</Sub>
        <StepList steps={words.steps[system]} />
        <Sub padded>{address}</Sub>
        <PageActions>
          {intent !== null && (
            <ButtonLink variant="main" href={intent} external>
              {words.open}
            </ButtonLink>
          )}
          <Button variant={intent === null ? 'main' : 'slim'} onClick={() => void copy()}>
            {words.copy}
          </Button>
        </PageActions>
        <Sub padded>{words.or}</Sub>
      </Section>
      <LanguageSwitch />
    </Page>
  );
};
