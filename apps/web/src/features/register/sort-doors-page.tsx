import { useLocation, useParams } from 'wouter';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import type { UnitRecord } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { GonePage } from './gone-page.tsx';
import { SortDoors } from './sort-doors.tsx';
import { useWalkingGroup } from './use-walking-group.ts';

const SortGroup = ({ building }: { readonly building: UnitRecord }) => {
  const [, navigate] = useLocation();
  const { current, doors } = useWalkingGroup(building);
  const home = pagePaths.building(building.id);
  return <SortDoors name={current.name} doors={doors} onDone={() => navigate(home, { replace: true })} />;
};

/** Puts the doors of a group into the order they are walked in. */
export const SortDoorsPage = () => {
  const { buildingId = '' } = useParams();
  const { view } = useRegister();
  const building = readRecord(view, 'unit', buildingId);
  return building === undefined ? <GonePage /> : <SortGroup building={building} />;
};
