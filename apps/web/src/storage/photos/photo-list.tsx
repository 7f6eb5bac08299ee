import { tPhotos } from '../../locale/photo-messages.ts';
import { PictureItem, PictureStrip } from '../../ui/picture-strip.tsx';
import { Section } from '../../ui/section.tsx';
import { pagePaths } from '../reading/page-paths.ts';
import type { RecordsByName } from '../reading/read-record.ts';
import { PhotoThumb } from './photo-thumb.tsx';
import { PhotosHeldBack } from './photos-held-back.tsx';

/** Photos side by side under a heading, newest first; nothing where there are none. */
export const PhotoList = ({ photos }: { readonly photos: readonly RecordsByName['photo'][] }) => {
  if (photos.length === 0) return null;
  const newestFirst = [...photos].sort((a, b) => (b.addedAt ?? 0) - (a.addedAt ?? 0));
  return (
    <Section title={tPhotos.title}>
      <PictureStrip label={tPhotos.title}>
        {newestFirst.map(({ id, sha256, bytes, caption }, index) => {
          const alt = tPhotos.alt(index + 1, caption);
          return (
            <PictureItem key={id}>
              <PhotoThumb
                sha256={sha256}
                bytes={bytes}
                alt={alt}
                link={{ href: pagePaths.photo(id), label: tPhotos.open(alt) }}
              />
            </PictureItem>
          );
        })}
      </PictureStrip>
      <PhotosHeldBack sha256s={photos.map(({ sha256 }) => sha256)} />
    </Section>
  );
};
