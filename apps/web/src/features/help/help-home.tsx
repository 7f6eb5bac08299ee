import { type ReactNode, useMemo } from 'react';
import { tHelp } from '../../locale/help-messages.ts';
import { dutiesIn } from '../../storage/reading/duties.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { ChipNav } from '../../ui/chip-nav.tsx';
import { Page } from '../../ui/page.tsx';
import { LostClaimNotes } from './lost-claim-notes.tsx';
import { useWishBoard } from './use-wish-board.ts';

export type HelpHomeProps = { readonly part: 'open' | 'mine'; readonly children: ReactNode };

/** Frames the parts of helping: what can be done, what one has taken on, and the way to write down what was done. */
export const HelpHome = ({ part, children }: HelpHomeProps) => {
  const { session, communityId } = useWorkspace();
  const { open, claims } = useWishBoard();
  const { communityName, roles } = useMemo(() => dutiesIn(session, communityId), [session, communityId]);
  const parts = [
    { href: '/help', label: tHelp.openCount(open.length), current: part === 'open' },
    { href: '/help/mine', label: tHelp.mineCount(claims.length), current: part === 'mine' },
    { href: '/help/log', label: tHelp.recordOnce, current: false },
  ];
  return (
    <Page title={tHelp.title} sub={[communityName, ...roles].join(' · ')} aside={<SyncTick />}>
      <ChipNav label={tHelp.partsLabel} items={parts} />
      <LostClaimNotes />
      {children}
    </Page>
  );
};

/** Tells whether this person may claim wishes in the open community. */
export const useCanClaim = (): boolean => {
  const { session, communityId } = useWorkspace();
  return dutiesIn(session, communityId).canClaim;
};
