import type { RowView } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import { ConflictNotes } from '../../storage/intents/conflict-notes.tsx';
import { useDecideLater } from '../../storage/intents/use-decide-later.ts';
import { openHeldWork } from '../../storage/reading/held-work.ts';
import { allOpenConflicts } from '../../storage/reading/open-conflicts.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';

export type ToDecideSectionProps = { readonly view: RowView };

/** More than these are decided on the pages of their records. */
const mostConflicts = 10;

/** What waits for this person's word: work that others left behind, and values of which there are two versions. */
export const ToDecideSection = ({ view }: ToDecideSectionProps) => {
  const held = openHeldWork(view).length;
  const { isDecided } = useDecideLater();
  const conflicts = allOpenConflicts(view).filter(({ id }) => !isDecided(id));
  return (
    <>
      {held > 0 && (
        <RowList>
          <Row text={t.held.waiting(held)} note={t.held.waitingNote} href={pagePaths.held} />
        </RowList>
      )}
      {conflicts.length > 0 && (
        <Section title={t.syncStatus.conflicts(conflicts.length)}>
          <ConflictNotes conflicts={conflicts.slice(0, mostConflicts)} namesSubject />
        </Section>
      )}
    </>
  );
};
