import { t } from '../locale/messages.ts';
import { acceptUpdate, type UpdateState } from '../platform/app-update.ts';
import { reloadPage } from '../platform/page-hiding.ts';
import { showToast } from '../ui/toast.ts';

/** Goes over to the new version and says that it is on its way, unless something is unfinished in this window or another: then it says that and waits. */
export const takeUpdate = async (state: UpdateState): Promise<void> => {
  if (state === 'replaced') await reloadPage();
  else showToast({ text: (await acceptUpdate()) ? t.shell.updating : t.shell.updateHeld });
};
