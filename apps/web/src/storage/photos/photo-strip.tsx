import { Suspense } from 'react';
import { lazyPage } from '../../platform/lazy-page.tsx';
import { useRegister } from '../use-workspace.ts';
import type { PhotoPlace } from './photo-place.ts';

const HouseholdPhotos = lazyPage(() => import('./household-photos.tsx'), 'HouseholdPhotos');
const VisitPhotos = lazyPage(() => import('./visit-photos.tsx'), 'VisitPhotos');

/** The photos of a household; nothing, and nothing fetched, where there are none. */
export const PhotoStrip = (place: PhotoPlace) => {
  const { view } = useRegister();
  if (view.rowsBy('photo', 'dwellingId', place.dwellingId).length === 0 && !hasOwn(view, place)) return null;
  return (
    <Suspense fallback={null}>
      <HouseholdPhotos {...place} />
    </Suspense>
  );
};

const hasOwn = (view: ReturnType<typeof useRegister>['view'], { householdId }: PhotoPlace): boolean =>
  householdId !== null && view.rowsBy('photo', 'householdId', householdId).length > 0;

/** The photos of one visit; nothing, and nothing fetched, where there are none. */
export const VisitPhotoStrip = ({ visitId }: { readonly visitId: string }) => {
  const { view } = useRegister();
  if (view.rowsBy('photo', 'visitId', visitId).length === 0) return null;
  return (
    <Suspense fallback={null}>
      <VisitPhotos visitId={visitId} />
    </Suspense>
  );
};
