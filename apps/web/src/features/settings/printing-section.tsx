import { tPrinting } from '../../locale/printing-messages.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';

/** Leads whoever works a grid to what they can print. */
export const PrintingSection = () => {
  const { session, communityId } = useWorkspace();
  const isWorker = session.postings.some(
    (posting) => posting.role === 'gridWorker' && posting.communityId === communityId,
  );
  if (!isWorker) return null;
  return (
    <RowList>
      <Row href="/print" text={tPrinting.entry} />
    </RowList>
  );
};
