import { tHelp } from '../../locale/help-messages.ts';
import { t } from '../../locale/messages.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { useWishBoard } from './use-wish-board.ts';
import type { LostClaim } from './wish-board.ts';

/** Tells kindly that somebody else was faster; the wishes that are still open stand right below. */
export const LostClaimNotes = () => {
  const { lost } = useWishBoard();
  return lost.map((claim) => <LostClaimNote key={claim.noticeId} claim={claim} />);
};

const LostClaimNote = ({ claim }: { readonly claim: LostClaim }) => {
  const { register } = useWorkspace();
  const words = tHelp.lost;
  const reason = claim.reason === null ? null : t.outcomeReasons[claim.reason];
  const dismiss = async () => {
    for (const id of claim.attentionIds) await register.dismiss(id);
  };
  return (
    <Note title={words.title(claim.what ?? words.something)} live>
      {reason !== null && t.ui.join.sentences([reason.why, reason.next])}
      <div>
        <Button variant="quiet" onClick={() => void dismiss()}>
          {words.seen}
        </Button>
      </div>
    </Note>
  );
};
