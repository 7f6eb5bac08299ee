import { t } from '../locale/messages.ts';
import { useUpdateState } from '../platform/app-update.ts';
import { takeUpdate } from '../storage/take-update.ts';
import { Banner } from '../ui/banner.tsx';

/** Says on every page that real residents do not belong in here yet: records rest readable on the phone until the sealed store is in. */
export const AppBanner = () => {
  const state = useUpdateState();
  const update = { label: t.shell.updateNow, onPress: () => void takeUpdate(state) };
  return (
    <Banner label={t.shell.demoBannerLabel} {...(state === 'none' ? {} : { action: update })}>
      {t.shell.demoBanner}
    </Banner>
  );
};
