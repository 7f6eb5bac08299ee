import { Suspense } from 'react';
import { systemClock } from '../../../platform/clock.ts';
import { lazyPage } from '../../../platform/lazy-page.tsx';
import { type AskingVisit, setsAskedAt } from '../../../storage/questions/asked-here.ts';
import { giveAnswers } from '../../../storage/questions/give-answers.ts';
import { answerHere, answersHere, type VisitDraft, visitDay } from '../visit-draft.ts';
import type { VisitSection, VisitSectionProps } from './visit-section.ts';

/** Fetched with the first visit sheet that asks: the first screen asks nothing. */
const QuestionsHere = lazyPage(() => import('../../../storage/questions/questions-here.tsx'), 'QuestionsHere');

const askingVisit = (dwellingId: string, draft: VisitDraft): AskingVisit => ({
  dwellingId,
  householdId: draft.householdId,
  outcome: draft.outcome,
  on: visitDay(draft, systemClock.now()),
});

const Section = ({ dwelling, draft, onChange }: VisitSectionProps) => (
  <Suspense fallback={null}>
    <QuestionsHere
      visit={askingVisit(dwelling.id, draft)}
      given={answersHere(draft)}
      onChange={(given) => onChange({ answers: answerHere(draft, given) })}
    />
  </Suspense>
);

/** The question sets that are asked here; each one that was answered becomes a sheet in the same save. */
export const questionsSection: VisitSection = {
  name: 'questions',
  Section,
  toIntents: ({ view, draft, visitId, dwelling, householdId, newId }) => {
    const sets = setsAskedAt(view, askingVisit(dwelling.id, draft));
    return giveAnswers({ visitId, dwellingId: dwelling.id, householdId }, sets, answersHere(draft), newId);
  },
};
