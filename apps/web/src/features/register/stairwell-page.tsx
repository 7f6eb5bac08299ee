import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { countDoors } from '../../storage/reading/door-count.ts';
import { type DoorState, doorReader } from '../../storage/reading/door-state.ts';
import { downTheStairs } from '../../storage/reading/door-walk.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorsOfUnit, type UnitRecord, unitsBelow } from '../../storage/reading/place.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { useRegister } from '../../storage/use-workspace.ts';
import { ChipNav } from '../../ui/chip-nav.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { DoorDock } from './door-dock.tsx';
import { countWords } from './place-words.ts';
import { Stairwell } from './stairwell.tsx';
import { useToday } from './use-today.ts';

export interface StairwellPageProps {
  readonly building: UnitRecord;
}

/** A unit with doors of its own: an entrance, or the building where it has none. */
interface Stairs {
  readonly unit: UnitRecord;
  readonly doors: readonly DoorState[];
}

const allEntrances = 'all';

const useStairs = (building: UnitRecord): readonly Stairs[] => {
  const register = useRegister();
  const today = useToday();
  return useMemo(() => {
    const { view } = register;
    const readDoor = doorReader(view, today);
    return [building, ...unitsBelow(view, building.id, 'entrance')]
      .map((unit) => ({ unit, doors: downTheStairs(doorsOfUnit(view, unit.id)).map(readDoor) }))
      .filter(({ unit, doors }) => doors.length > 0 || unit.kind === 'entrance');
  }, [register, building, today]);
};

/** A building in floors: one entrance at a time, or all of them below each other. */
export const StairwellPage = ({ building }: StairwellPageProps) => {
  const today = useToday();
  const stairs = useStairs(building);
  const [search] = useSearchParams();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const asked = search.get('entrance');
  const chosen = asked === allEntrances ? null : (stairs.find(({ unit }) => unit.id === asked) ?? stairs[0] ?? null);
  const shown = chosen === null ? stairs : [chosen];
  const doors = shown.flatMap((one) => one.doors);
  const selected = doors.find((door) => door.dwelling.id === selectedId);
  const isWhole = chosen === null || chosen.unit.id === building.id;
  const chips = [
    ...stairs.map(({ unit }) => ({
      href: pagePaths.entrance(building.id, unit.id),
      label: unit.id === building.id ? t.register.withoutFloor : unit.name,
      current: unit.id === chosen?.unit.id,
    })),
    { href: pagePaths.entrance(building.id, allEntrances), label: t.ui.all, current: chosen === null },
  ];
  return (
    <>
      <Page
        title={isWhole ? building.name : `${building.name} ${chosen.unit.name}`}
        back={{ href: pagePaths.register, to: t.register.title, label: countWords(countDoors(doors, today)) }}
        aside={<SyncTick />}
      >
        {stairs.length > 1 && <ChipNav label={t.register.entrancesLabel} items={chips} />}
        {shown.map(({ unit, doors: own }) =>
          shown.length === 1 ? (
            <Stairwell
              key={unit.id}
              name={building.name}
              doors={own}
              selectedId={selectedId}
              onSelect={setSelectedId}
            />
          ) : (
            <Section key={unit.id} title={unit.id === building.id ? t.register.withoutFloor : unit.name}>
              <Stairwell name={unit.name} doors={own} selectedId={selectedId} onSelect={setSelectedId} />
            </Section>
          ),
        )}
        {doors.length === 0 && (
          <EmptyState title={t.register.emptyBuilding.title}>{t.register.emptyBuilding.body}</EmptyState>
        )}
        <RowList>
          <Row
            tone="press"
            text={t.register.actions.addDwelling}
            href={pagePaths.newDoor(chosen?.unit.id ?? building.id)}
          />
        </RowList>
      </Page>
      {selected !== undefined && (
        <DoorDock
          key={selected.dwelling.id}
          door={selected}
          walk={doors.map(({ dwelling }) => dwelling)}
          onDone={() => setSelectedId(null)}
          onStep={setSelectedId}
        />
      )}
    </>
  );
};
