import { t } from '../locale/messages.ts';
import { acceptUpdate, useUpdateIsWaiting } from '../platform/app-update.ts';
import { Banner } from '../ui/banner.tsx';

/** Says on every page that real residents do not belong in here yet: records rest readable on the phone until the sealed store is in. */
export const AppBanner = () => {
  const isUpdateWaiting = useUpdateIsWaiting();
  const update = { label: t.shell.updateNow, onPress: acceptUpdate };
  return (
    <Banner label={t.shell.demoBannerLabel} {...(isUpdateWaiting ? { action: update } : {})}>
      {t.shell.demoBanner}
    </Banner>
  );
};
