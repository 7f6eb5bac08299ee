import { t } from '../locale/messages.ts';
import type { PlatformObstacle } from '../platform/browser-kind.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { showToast } from '../ui/toast.ts';

/** Says what keeps the app from working here and what to do; it offers no sign-in. */
export const ObstaclePage = ({ obstacle }: { readonly obstacle: PlatformObstacle }) => {
  const words = wordsOf(obstacle);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    showToast({ text: t.shell.inAppBrowser.copied });
  };
  const action =
    obstacle.type === 'inApp'
      ? { action: <Button onClick={() => void copy()}>{t.shell.inAppBrowser.copy}</Button> }
      : {};
  return (
    <Page title={t.shell.appName}>
      <EmptyState title={words.title} {...action}>
        {words.body}
      </EmptyState>
    </Page>
  );
};

const wordsOf = (obstacle: PlatformObstacle): { readonly title: string; readonly body: string } => {
  if (obstacle.type === 'insecure') return t.shell.insecure;
  if (obstacle.type === 'oldBrowser') return t.shell.oldBrowser;
  return { title: t.shell.inAppBrowser.title(obstacle.app.name), body: t.shell.inAppBrowser.body };
};
