import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './picture-strip.module.css';

export type PictureProps = {
  /** Where the picture is shown from; null shows the words instead. */
  readonly src: string | null;
  readonly alt: string;
  /** Why there is no picture. */
  readonly words: string;
};

const Picture = ({ src, alt, words }: PictureProps) =>
  src === null ? <span className={styles.words}>{words}</span> : <img src={src} alt={alt} />;

export type PictureTileProps = PictureProps & {
  /** A word across its foot, such as that it is still to be sent. */
  readonly mark?: string | null;
  readonly href?: string;
  readonly label?: string;
};

/** A small picture, cut to a square; one with a page of its own leads there. */
export const PictureTile = ({ mark, href, label, ...picture }: PictureTileProps) => {
  const content = (
    <>
      <Picture {...picture} />
      {mark && <span className={styles.mark}>{mark}</span>}
    </>
  );
  if (href === undefined) return <span className={styles.tile}>{content}</span>;
  return (
    <Link className={styles.tile} href={href} aria-label={[label, mark].filter(Boolean).join(',')}>
      {content}
    </Link>
  );
};

/** Small pictures side by side; the row scrolls when there are many. */
export const PictureStrip = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: readonly ReactNode[];
}) => (
  <ul className={styles.strip} aria-label={label}>
    {children}
  </ul>
);

/** One place in a strip, with what belongs to the picture below it. */
export const PictureItem = ({ children }: { readonly children: ReactNode }) => (
  <li className={styles.item}>{children}</li>
);

/** A picture as large as the page is. */
export const WholePicture = (picture: PictureProps) => (
  <div className={styles.whole}>
    <Picture {...picture} />
  </div>
);
