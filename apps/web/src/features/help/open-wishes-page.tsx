import { useState } from 'react';
import { useLocation } from 'wouter';
import { tHelp } from '../../locale/help-messages.ts';
import { notSavedToast } from '../../storage/intents/not-saved.ts';
import { useSave } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Entry } from '../../ui/entry.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { showToast } from '../../ui/toast.ts';
import { HelpHome, useCanClaim } from './help-home.tsx';
import { useWishBoard } from './use-wish-board.ts';
import type { Notice } from './wish-board.ts';
import { wishDetails } from './wish-details.ts';

/** Shows what the community's volunteers can help with; nobody learns whose wish it is before claiming it. */
export const OpenWishesPage = () => {
  const { open } = useWishBoard();
  const canClaim = useCanClaim();
  return (
    <HelpHome part="open">
      {open.length === 0 ? (
        <EmptyState title={tHelp.emptyOpen.title}>{tHelp.emptyOpen.body}</EmptyState>
      ) : (
        <>
          <RowList label={tHelp.title}>
            {open.map((notice) => (
              <Entry key={notice.id} title={notice.what} sub={wishDetails(notice)} prominent>
                {canClaim && <ClaimButton notice={notice} />}
              </Entry>
            ))}
          </RowList>
          <Sub padded>{canClaim ? tHelp.claimRule : tHelp.claimersOnly}</Sub>
        </>
      )}
    </HelpHome>
  );
};

const ClaimButton = ({ notice }: { readonly notice: Notice }) => {
  const save = useSave();
  const [, navigate] = useLocation();
  const [isBusy, setIsBusy] = useState(false);
  const claim = async () => {
    setIsBusy(true);
    const result = await save({ name: 'wish.claim', args: { noticeId: notice.id } });
    setIsBusy(false);
    if (result.type !== 'saved') {
      showToast(notSavedToast(result));
      return;
    }
    showToast({ text: tHelp.claimed });
    navigate('/help/mine');
  };
  return (
    <Button variant="outline" busy={isBusy} onClick={() => void claim()} label={tHelp.claimOf(notice.what)}>
      {tHelp.claim}
    </Button>
  );
};
