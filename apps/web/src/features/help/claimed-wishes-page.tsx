import { tHelp } from '../../locale/help-messages.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { ClaimEntry } from './claim-entry.tsx';
import { HelpHome } from './help-home.tsx';
import { helpOf, totalsOf } from './help-records.ts';
import { totalsWords } from './totals-words.ts';
import { useWishBoard } from './use-wish-board.ts';

/** Shows what somebody has taken on, with the way to the household once the server has confirmed it, and what they have done so far. */
export const ClaimedWishesPage = () => {
  const { claims } = useWishBoard();
  const { view } = useRegister();
  const { account } = useWorkspace().session;
  const records = helpOf(view, account.id);
  return (
    <HelpHome part="mine">
      {claims.length === 0 ? (
        <EmptyState title={tHelp.emptyMine.title}>{tHelp.emptyMine.body}</EmptyState>
      ) : (
        <RowList label={tHelp.mineCount(claims.length)}>
          {claims.map((claim) => (
            <ClaimEntry key={claim.noticeId} claim={claim} />
          ))}
        </RowList>
      )}
      {records.length > 0 && (
        <Section title={tHelp.records.title}>
          <RowList>
            <Row text={totalsWords(totalsOf(records, account.id))} note={tHelp.records.sub} href="/help/records" />
          </RowList>
        </Section>
      )}
    </HelpHome>
  );
};
