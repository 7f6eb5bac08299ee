import { t } from '../locale/messages.ts';
import { useUpdateState } from '../platform/app-update.ts';
import { useDeviceSession } from '../storage/device-session.ts';
import { takeUpdate } from '../storage/take-update.ts';
import { Banner } from '../ui/banner.tsx';

/** Says on every page that a newer version waits, and on a demo that nobody in it is real. */
export const AppBanner = () => {
  const state = useUpdateState();
  const isDemo = useDeviceSession(({ session }) => session?.isDemo === true);
  if (state === 'none' && !isDemo) return null;
  const update = { label: t.shell.updateNow, onPress: () => void takeUpdate(state) };
  return (
    <Banner label={t.shell.demoBannerLabel} {...(state === 'none' ? {} : { action: update })}>
      {isDemo ? t.shell.demoBanner : t.shell.updateReady}
    </Banner>
  );
};
