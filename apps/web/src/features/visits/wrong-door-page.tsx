import { civilDateAt } from '@lianxin/domain';
import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { correctDoor, photosOfVisit } from '../../storage/intents/visit-intents.ts';
import { movingSheets } from '../../storage/questions/read-sheets.ts';
import { doorOfRecord } from '../../storage/reading/door-of-record.ts';
import { householdsOfDoor } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';
import { DoorPicker } from '../../storage/search/door-picker.tsx';
import type { SearchHit } from '../../storage/search/search-index.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { NoVisitPage } from './no-visit-page.tsx';

/** Says at which door a visit really was. */
export const WrongDoorPage = () => {
  const { visitId = '' } = useParams();
  const [, navigate] = useLocation();
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const visit = readRecord(view, 'visit', visitId);
  const dwelling = visit === undefined ? undefined : doorOfRecord(view, visit);
  if (visit === undefined || dwelling === undefined) return <NoVisitPage />;

  const correct = async (hit: SearchHit, door: string): Promise<void> => {
    const { dwellingId } = hit;
    const households = householdsOfDoor(view, dwellingId);
    const only = households.length === 1 ? (households[0]?.id ?? null) : hit.householdId;
    // Only needs nobody has worked on go along; the others are somebody's work already.
    const needs = readRecordsBy(view, 'need', { field: 'raisedByVisitId', to: visit.id }).filter(
      (need) => need.state === 'open',
    );
    const sheets = movingSheets(view, visit);
    const photos = photosOfVisit(view, visit.id);
    const intents = correctDoor(visit, { dwellingId, householdId: only, needs, sheets, photos }, newId);
    const isSaved = await saveAndSay(intents, { text: t.visit.wrongDoorDone(door) });
    if (isSaved) navigate(pagePaths.door(dwellingId, only), { replace: true });
  };

  const now = systemClock.now();
  const on = t.dates.day(civilDateAt(visit.visitedAt ?? now), civilDateAt(now));
  return (
    <DoorPicker
      title={t.visit.wrongDoorTitle}
      sub={t.visit.wrongDoorSub(doorName(view, dwelling), on)}
      backHref={pagePaths.visit(visit.id)}
      exceptId={dwelling.id}
      confirm={{ title: t.visit.wrongDoorConfirm, body: t.visit.wrongDoorBody, label: t.visit.wrongDoorYes }}
      onPick={(hit, door) => void correct(hit, door)}
    />
  );
};
