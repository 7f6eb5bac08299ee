import { hasPending, pendingRows } from '@lianxin/sync/client';
import { t } from '../locale/messages.ts';
import { useSyncStatus } from '../storage/sync-status.ts';
import { useRegister } from '../storage/use-workspace.ts';
import { Banner } from '../ui/banner.tsx';

/** Says, while people already work, that the other grids or older visits are still on their way. */
export const ComingLine = () => {
  const { meta } = useRegister().state;
  const progress = useSyncStatus((status) => status.progress);
  const isComing = meta.lastCheckpointAt === null || hasPending(meta.segments);
  if (!isComing) return null;
  const left = progress?.remaining ?? pendingRows(meta.segments);
  return <Banner label={t.shell.firstPull.comingLabel}>{t.shell.firstPull.coming(left)}</Banner>;
};
