import { readRecordsBy } from '../reading/read-record.ts';
import { useRegister } from '../use-workspace.ts';
import { PhotoList } from './photo-list.tsx';
import type { PhotoPlace } from './photo-place.ts';

/** The photos of a household and of its door that name no other. */
export const HouseholdPhotos = ({ householdId, dwellingId }: PhotoPlace) => {
  const { view } = useRegister();
  const own = householdId === null ? [] : readRecordsBy(view, 'photo', { field: 'householdId', to: householdId });
  const nobodys = readRecordsBy(view, 'photo', { field: 'dwellingId', to: dwellingId }).filter(
    (photo) => photo.householdId === null,
  );
  return <PhotoList photos={[...own, ...nobodys]} />;
};
