import { useParams } from 'wouter';
import { placeOfUnit } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { isStairwell } from '../../storage/reading/walking-list.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { GonePage } from './gone-page.tsx';
import { StairwellPage } from './stairwell-page.tsx';
import { WalkingPage } from './walking-page.tsx';

/** A place with doors, drawn as it is walked: in floors or as a list. */
export const BuildingPage = () => {
  const { buildingId = '' } = useParams();
  const { view } = useRegister();
  const building = placeOfUnit(view, buildingId).building ?? readRecord(view, 'unit', buildingId);
  if (building === undefined) return <GonePage />;
  return isStairwell(building) ? (
    <StairwellPage key={building.id} building={building} />
  ) : (
    <WalkingPage key={building.id} building={building} />
  );
};
