import { tagKind } from '@lianxin/domain';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { ConflictNotes } from '../../storage/intents/conflict-notes.tsx';
import { PhotoStrip } from '../../storage/photos/photo-strip.tsx';
import { neighboursIn, walkWith } from '../../storage/reading/door-walk.ts';
import { tagKindsOf } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { type Place, placeOfDoor } from '../../storage/reading/place.ts';
import { floorOf } from '../../storage/reading/stairwell.ts';
import { isStairwell } from '../../storage/reading/walking-list.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChipNav } from '../../ui/chip-nav.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { StepArea } from '../../ui/step-area.tsx';
import { Steps } from '../../ui/steps.tsx';
import { TagList } from '../../ui/tag-list.tsx';
import { stepsTo } from './door-steps.ts';
import { DwellingUse } from './dwelling-use.tsx';
import { FormerHouseholds } from './former-households.tsx';
import { GonePage } from './gone-page.tsx';
import { HouseholdActions } from './household-actions.tsx';
import { HouseholdCare } from './household-care.tsx';
import { HouseholdMembers } from './household-members.tsx';
import { HouseholdNotices } from './household-notices.tsx';
import { NeedNotes } from './need-notes.tsx';
import { UncheckedNote } from './unchecked-note.tsx';
import { type OpenDoor, useOpenDoor } from './use-open-door.ts';
import { VisitHistory } from './visit-history.tsx';

const addressOf = (place: Place, { door }: OpenDoor): string => {
  const floor = place.building !== null && isStairwell(place.building) ? floorOf(door.dwelling) : null;
  return [
    place.community?.name,
    place.building?.name,
    place.entrance?.name,
    floor === null ? null : t.register.floor(floor),
    door.dwelling.landmark,
  ]
    .filter(Boolean)
    .join(' ');
};

const titleOf = ({ door, household }: OpenDoor): string => {
  const { doorLabel } = door.dwelling;
  const room = door.households.length > 1 || household?.toOn !== null ? (household?.roomLabel ?? null) : null;
  if (household === null) return doorLabel;
  return room === null ? t.register.household.title(doorLabel) : t.register.household.roomTitle(doorLabel, room);
};

const backHref = ({ building, entrance }: Place): string => {
  if (building === null) return pagePaths.register;
  return entrance === null ? pagePaths.building(building.id) : pagePaths.entrance(building.id, entrance.id);
};

/** A door opened: who lives there, what is not over, when somebody was there. */
export const HouseholdPage = () => {
  const { view } = useRegister();
  const open = useOpenDoor();
  const [, navigate] = useLocation();
  const [isMore, setMore] = useState(false);
  if (open === null) return <GonePage />;
  const { door, household, members } = open;
  const { dwelling } = door;
  const householdId = household?.id ?? null;
  const place = placeOfDoor(view, dwelling);
  const steps = stepsTo(neighboursIn(walkWith(view, dwelling), dwelling.id), (to) =>
    navigate(pagePaths.door(to.id), { replace: true }),
  );
  return (
    <StepArea onPrevious={steps.previous?.onPress} onNext={steps.next?.onPress}>
      <Page
        title={titleOf(open)}
        back={{ href: backHref(place), label: addressOf(place, open) }}
        aside={
          <Button variant="quiet" label={t.register.actions.more} onClick={() => setMore(true)}>
            ⋯
          </Button>
        }
        bar={
          <>
            <ActionBar>
              <ButtonLink variant="main" href={pagePaths.newVisit(dwelling.id, householdId)}>
                {t.visit.record}
              </ButtonLink>
              <ButtonLink variant="slim" href={pagePaths.newNeed(dwelling.id, householdId)}>
                {t.needs.record}
              </ButtonLink>
              <ButtonLink variant="slim" href={pagePaths.newWish(dwelling.id, householdId)}>
                {t.needs.wish.action}
              </ButtonLink>
            </ActionBar>
            <Steps {...steps} />
          </>
        }
      >
        {door.households.length > 1 && (
          <ChipNav
            label={t.register.household.roomsLabel}
            items={door.households.map(({ id, roomLabel }, index) => ({
              href: pagePaths.door(dwelling.id, id),
              label: roomLabel ?? t.register.someRoom(index + 1),
              current: id === householdId,
            }))}
          />
        )}
        <TagList
          label={t.register.household.tags}
          tags={tagKindsOf(members.current).map((kind) => codeLabel(tagKind, kind))}
        />
        <HouseholdCare open={open} />
        <HouseholdNotices open={open} />
        <UncheckedNote
          records={[
            { table: 'dwelling', record: dwelling },
            ...(household === null ? [] : [{ table: 'household' as const, record: household }]),
          ]}
        />
        <ConflictNotes conflicts={open.conflicts} />
        {household === null ? (
          <EmptyState
            title={t.register.household.vacantTitle}
            action={
              <ButtonLink variant="outline" href={pagePaths.newHousehold(dwelling.id)}>
                {t.register.actions.firstHousehold}
              </ButtonLink>
            }
          >
            {t.register.household.vacantBody}
          </EmptyState>
        ) : (
          <HouseholdMembers key={household.id} household={household} members={members} />
        )}
        <NeedNotes needs={open.needs} />
        <DwellingUse dwelling={dwelling} />
        <PhotoStrip householdId={householdId} dwellingId={dwelling.id} />
        <VisitHistory visits={open.visits} />
        <FormerHouseholds households={open.former} currentId={householdId} />
      </Page>
      <HouseholdActions open={open} isOpen={isMore} onClose={() => setMore(false)} />
    </StepArea>
  );
};
