import { Suspense } from 'react';
import { systemClock } from '../../../platform/clock.ts';
import { lazyPage } from '../../../platform/lazy-page.tsx';
import { changesToIntents } from '../draft-changes.ts';
import { visitDay } from '../visit-draft.ts';
import type { VisitSection, VisitSectionProps } from './visit-section.ts';

/** Fetched when somebody says that something changed: most visits find everything as it was. */
const ChangedFacts = lazyPage(() => import('../changed-facts.tsx'), 'ChangedFacts');

const Section = (props: VisitSectionProps) =>
  props.draft.unchanged === false ? (
    <Suspense fallback={null}>
      <ChangedFacts {...props} />
    </Suspense>
  ) : null;

/** What turned out different, as field edits that name the visit; forgotten when somebody says that all is as it was. */
export const changesSection: VisitSection = {
  name: 'changes',
  Section,
  toIntents: ({ view, draft, visitId, householdId, newId }) =>
    draft.unchanged === false
      ? changesToIntents(draft.changes, {
          view,
          visitId,
          householdId,
          on: visitDay(draft, systemClock.now()),
          newId,
        })
      : [],
};
