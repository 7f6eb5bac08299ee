import { Suspense } from 'react';
import { t } from '../locale/messages.ts';
import { lazyPage } from '../platform/lazy-page.tsx';
import { StorageFailure, type StorageFailureKind, storageFailureKind } from '../storage/storage-failure.ts';
import { LoadingPage } from './loading-page.tsx';

const StorageTroublePage = lazyPage(() => import('./storage-trouble-page.tsx'), 'StorageTroublePage');

/** Fetches the page of trouble now, because it is needed when a newer version has taken the old pages away. */
export const fetchTroublePage = StorageTroublePage.fetch;

export interface StorageTroubleProps {
  readonly failure: unknown;
  readonly accountId: string;
}

/** Says what keeps the phone's storage from being used; everything that is not the storage is a bug, which another page is for. */
export const StorageTrouble = ({ failure, accountId }: StorageTroubleProps) => {
  const kind: StorageFailureKind = storageFailureKind(failure);
  if (kind === 'other' && !(failure instanceof StorageFailure)) throw failure;
  return (
    <Suspense fallback={<LoadingPage label={t.ui.loading} />}>
      <StorageTroublePage kind={kind} accountId={accountId} />
    </Suspense>
  );
};
