import { useMemo } from 'react';
import { t } from '../../locale/messages.ts';
import { countDoors, type DoorCount } from '../../storage/reading/door-count.ts';
import { doorReader } from '../../storage/reading/door-state.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorsOfBuilding, type UnitRecord, unitsBelow } from '../../storage/reading/place.ts';
import { isStairwell, walkingGroups } from '../../storage/reading/walking-list.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { countWords, dueWords } from './place-words.ts';
import { useToday } from './use-today.ts';

export interface GridPlacesProps {
  readonly grid: UnitRecord;
  /** The page already says which grid it is. */
  readonly isOnly: boolean;
}

/** A building or village group as one line of the list. */
interface PlaceLine {
  readonly id: string;
  readonly name: string;
  readonly estate: string | null;
  readonly count: DoorCount;
}

const usePlaceLines = (gridId: string): readonly PlaceLine[] => {
  const register = useRegister();
  const today = useToday();
  return useMemo(() => {
    const { view } = register;
    const readDoor = doorReader(view, today);
    const countOf = (buildings: readonly UnitRecord[]): DoorCount => {
      const doors = buildings.flatMap(({ id }) => doorsOfBuilding(view, id));
      return countDoors(doors.map(readDoor), today);
    };
    const stairwells = unitsBelow(view, gridId, 'building').filter(isStairwell);
    const groups = walkingGroups(view, gridId);
    return [
      ...stairwells.map((one) => ({ id: one.id, name: one.name, estate: one.estate, count: countOf([one]) })),
      ...groups.map(({ name, buildings }) => ({
        id: buildings[0]?.id ?? '',
        name,
        estate: null,
        count: countOf(buildings),
      })),
    ];
  }, [register, gridId, today]);
};

/** The buildings and groups of a grid, each with what it holds and what is to be done there. */
export const GridPlaces = ({ grid, isOnly }: GridPlacesProps) => {
  const lines = usePlaceLines(grid.id);
  const estates = [...new Set(lines.map((line) => line.estate))];
  const total = lines.reduce((sum, line) => sum + line.count.households, 0);
  const rows = lines.map((line) => (
    <Row
      key={line.id}
      lead={line.name}
      wideLead
      text={countWords(line.count)}
      note={[estates.length > 1 && line.estate, dueWords(line.count)].filter(Boolean).join(' · ')}
      href={pagePaths.building(line.id)}
    />
  ));
  return (
    <Section title={isOnly ? t.register.places : grid.name} aside={t.register.households(total)}>
      <RowList>{rows}</RowList>
    </Section>
  );
};
