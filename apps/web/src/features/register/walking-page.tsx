import { useMemo, useState } from 'react';
import { t } from '../../locale/messages.ts';
import { countDoors } from '../../storage/reading/door-count.ts';
import { type DoorState, readDoorState } from '../../storage/reading/door-state.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { placeOfUnit, type UnitRecord } from '../../storage/reading/place.ts';
import { type WalkingGroup, walkingDoors, walkingGroups } from '../../storage/reading/walking-list.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { useRegister } from '../../storage/use-workspace.ts';
import { ChipButton } from '../../ui/chip-button.tsx';
import { ChipNav } from '../../ui/chip-nav.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { StatusGlyph } from '../../ui/status-glyph.tsx';
import { DoorDock } from './door-dock.tsx';
import { doorStatus } from './door-status.ts';
import { standingWords, whoLivesThere } from './door-summary.ts';
import { SortDoors } from './sort-doors.tsx';
import { useToday } from './use-today.ts';

export interface WalkingPageProps {
  readonly building: UnitRecord;
}

const useGroups = (building: UnitRecord) => {
  const register = useRegister();
  const today = useToday();
  return useMemo(() => {
    const { view } = register;
    const grid = placeOfUnit(view, building.id).grid;
    const alone: WalkingGroup = { name: building.estate ?? building.name, buildings: [building] };
    const groups = grid === null ? [alone] : walkingGroups(view, grid.id);
    const current = groups.find((group) => group.buildings.some(({ id }) => id === building.id)) ?? alone;
    return { groups, current, doors: walkingDoors(view, current).map((door) => readDoorState(view, door, today)) };
  }, [register, building, today]);
};

/** A village group as its worker walks it: no floors, the same taps. */
export const WalkingPage = ({ building }: WalkingPageProps) => {
  const today = useToday();
  const { groups, current, doors } = useGroups(building);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [isSorting, setSorting] = useState(false);
  const selected = doors.find((door) => door.dwelling.id === selectedId);
  const { households } = countDoors(doors, today);
  if (isSorting) return <SortDoors name={current.name} doors={doors} onDone={() => setSorting(false)} />;
  return (
    <>
      <Page
        title={current.name}
        back={{
          href: pagePaths.register,
          to: t.register.title,
          label: `${t.register.households(households)} · ${t.register.inWalkingOrder}`,
        }}
        aside={<SyncTick />}
      >
        <ChipNav
          label={t.register.groupsLabel}
          items={groups.map((group) => ({
            href: pagePaths.building(group.buildings[0]?.id ?? ''),
            label: group.name,
            current: group.name === current.name,
          }))}
        >
          {doors.length > 1 && (
            <ChipButton
              onClick={() => {
                setSelectedId(null);
                setSorting(true);
              }}
            >
              {t.register.sortOrder}
            </ChipButton>
          )}
        </ChipNav>
        {doors.length === 0 && (
          <EmptyState title={t.register.emptyBuilding.title}>{t.register.emptyBuilding.body}</EmptyState>
        )}
        <RowList label={current.name}>
          {doors.map((door) => (
            <WalkingRow key={door.dwelling.id} door={door} onSelect={setSelectedId} />
          ))}
          <Row tone="press" text={t.register.actions.addDwelling} href={pagePaths.newDoor(building.id)} />
        </RowList>
      </Page>
      {selected !== undefined && (
        <DoorDock key={selected.dwelling.id} door={selected} onDone={() => setSelectedId(null)} />
      )}
    </>
  );
};

interface WalkingRowProps {
  readonly door: DoorState;
  readonly onSelect: (dwellingId: string) => void;
}

const WalkingRow = ({ door, onSelect }: WalkingRowProps) => {
  const { view } = useRegister();
  const today = useToday();
  const status = doorStatus(door);
  return (
    <Row
      glyph={<StatusGlyph status={status} label={t.register.status[status]} />}
      lead={door.dwelling.doorLabel}
      wideLead
      text={whoLivesThere(view, door, today)}
      note={standingWords(door)}
      onClick={() => onSelect(door.dwelling.id)}
    />
  );
};
