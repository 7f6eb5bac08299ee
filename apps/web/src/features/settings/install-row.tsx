import { tSettings } from '../../locale/settings-messages.ts';
import { useInstallState } from '../../platform/install-prompt.ts';
import { Row } from '../../ui/row.tsx';

/** Leads to installing, or says that it is done. */
export const InstallRow = () => {
  const state = useInstallState();
  if (state === 'installed') return <Row text={tSettings.installed} />;
  return <Row text={tSettings.install} note={tSettings.installNote} href="/mine/install" />;
};
