import { useState } from 'react';
import { useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { VisitPhotoStrip } from '../../storage/photos/photo-strip.tsx';
import { doorOfRecord } from '../../storage/reading/door-of-record.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { recordTicks, tickWord } from '../../storage/reading/record-tick.ts';
import { tellVisit } from '../../storage/reading/visit-timeline.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { Tick } from '../../ui/tick.tsx';
import { NoVisitPage } from './no-visit-page.tsx';
import { visitFacts } from './visit-facts.ts';
import { VoidVisitSheet } from './void-visit-sheet.tsx';

/** One visit: what was written down, where it is kept, and the two ways to put it right. */
export const VisitPage = () => {
  const { visitId = '' } = useParams();
  const { view, state } = useRegister();
  const [isVoiding, setVoiding] = useState(false);
  const visit = readRecord(view, 'visit', visitId);
  const dwelling = visit === undefined ? undefined : doorOfRecord(view, visit);
  if (visit === undefined || dwelling === undefined) return <NoVisitPage />;
  const told = tellVisit(view, visit);
  const tick = recordTicks(state, view)('visit', visit.id);
  const kept = <Tick count={tick}>{tickWord(tick)}</Tick>;
  return (
    <>
      <Page
        title={t.visit.page.title(dwelling.doorLabel)}
        back={{ href: pagePaths.door(dwelling.id, visit.householdId), label: doorName(view, dwelling) }}
        bar={
          told.state === 'counts' && (
            <ActionBar>
              <ButtonLink href={pagePaths.wrongDoor(visit.id)}>{t.visit.wrongDoor}</ButtonLink>
              <Button onClick={() => setVoiding(true)}>{t.visit.withdraw}</Button>
            </ActionBar>
          )
        }
      >
        <Facts items={[...visitFacts(view, told), { key: 'kept', term: t.visit.page.kept, detail: kept }]} />
        <VisitPhotoStrip visitId={visit.id} />
      </Page>
      <VoidVisitSheet visit={visit} open={isVoiding} onClose={() => setVoiding(false)} />
    </>
  );
};
