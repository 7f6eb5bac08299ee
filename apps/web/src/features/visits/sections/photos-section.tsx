import type { Intent } from '@lianxin/sync/client';
import { Suspense } from 'react';
import { lazyPage } from '../../../platform/lazy-page.tsx';
import type { VisitBeingSaved, VisitSection, VisitSectionProps } from './visit-section.ts';

const PhotoField = lazyPage(() => import('../../../storage/photos/photo-field.tsx'), 'PhotoField');

const Section = ({ draft, onChange, onWait }: VisitSectionProps) => (
  <Suspense fallback={null}>
    <PhotoField photos={draft.photos} onChange={(photos) => onChange({ photos })} onWait={onWait} />
  </Suspense>
);

/** The pictures rest on the phone by now; their records are saved with the visit, and the pictures follow when there is a network. */
const toIntents = ({ draft, visitId, dwelling, householdId, newId }: VisitBeingSaved): readonly Intent[] =>
  draft.photos.map(({ caption, ...photo }) => ({
    name: 'photo.add',
    args: {
      photo: {
        id: newId(),
        fields: { ...photo, dwellingId: dwelling.id, householdId, visitId, caption: caption.trim() || null },
      },
    },
  }));

/** Optional photos. */
export const photosSection: VisitSection = { name: 'photos', Section, toIntents };
