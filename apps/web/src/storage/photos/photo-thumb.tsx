import { PictureTile } from '../../ui/picture-strip.tsx';
import { missingWords, standingWord } from './photo-words.ts';
import { usePhotos, usePicture } from './use-photos.ts';

export interface PhotoThumbProps {
  readonly sha256: string;
  readonly bytes: number | null;
  readonly alt: string;
  /** A record's photo leads to its page; one that is not saved yet has none. */
  readonly link?: { readonly href: string; readonly label: string };
}

/** A photo in small, with a word when it is still to be sent. */
export const PhotoThumb = ({ sha256, bytes, alt, link }: PhotoThumbProps) => {
  const photos = usePhotos();
  const shown = usePicture(photos, sha256);
  return (
    <PictureTile
      src={shown.type === 'picture' ? shown.url : null}
      alt={alt}
      words={missingWords(shown)}
      mark={link === undefined ? null : standingWord(photos?.standing(sha256), bytes)}
      {...link}
    />
  );
};
