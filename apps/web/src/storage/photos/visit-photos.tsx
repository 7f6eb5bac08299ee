import { readRecordsBy } from '../reading/read-record.ts';
import { useRegister } from '../use-workspace.ts';
import { PhotoList } from './photo-list.tsx';

/** The photos that were taken at one visit. */
export const VisitPhotos = ({ visitId }: { readonly visitId: string }) => {
  const { view } = useRegister();
  return <PhotoList photos={readRecordsBy(view, 'photo', { field: 'visitId', to: visitId })} />;
};
