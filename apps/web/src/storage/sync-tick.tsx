import { TickLink } from '../ui/tick-link.tsx';
import { useSyncTick } from './use-sync-tick.ts';

/** Tells at the head of a page how safely the work is kept; pages of an open workspace show it as their aside. */
export const SyncTick = () => {
  const { href, count, tone, text } = useSyncTick();
  return (
    <TickLink href={href} count={count} tone={tone}>
      {text}
    </TickLink>
  );
};
