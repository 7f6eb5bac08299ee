import { useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../locale/messages.ts';
import { countDoors } from '../../storage/reading/door-count.ts';
import type { DoorState } from '../../storage/reading/door-state.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import type { UnitRecord } from '../../storage/reading/place.ts';
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
import { useToday } from './use-today.ts';
import { useWalkingGroup } from './use-walking-group.ts';

export interface WalkingPageProps {
  readonly building: UnitRecord;
}

/** A village group as its worker walks it: no floors, the same taps. */
export const WalkingPage = ({ building }: WalkingPageProps) => {
  const today = useToday();
  const { groups, current, doors } = useWalkingGroup(building);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [, navigate] = useLocation();
  const selected = doors.find((door) => door.dwelling.id === selectedId);
  const { households } = countDoors(doors, today);
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
            <ChipButton onClick={() => navigate(pagePaths.sortDoors(building.id))}>{t.register.sortOrder}</ChipButton>
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
