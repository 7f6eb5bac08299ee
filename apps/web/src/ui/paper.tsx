import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './paper.module.css';
import { QrCode } from './qr-code.tsx';

type Held = { readonly children: ReactNode };

export type PaperProps = Held & {
  readonly label: string;
  /** page: one sheet of A4; card: a small card to cut out. */
  readonly size?: 'page' | 'card';
};

/** What is printed: on the screen as a card, on paper alone. It speaks Chinese, whatever the page around it speaks. */
export const Paper = ({ label, size = 'page', children }: PaperProps) => (
  <section className={classNames(styles.paper, size === 'card' && styles.card)} aria-label={label} lang="zh-CN">
    {children}
  </section>
);

/** The largest words on a sheet, to be read from across a stairwell. */
export const PaperTitle = ({ children }: Held) => <p className={styles.title}>{children}</p>;

/** Words on a sheet. */
export const PaperText = ({ size, children }: Held & { readonly size?: 'large' | 'small' }) => (
  <p className={size && styles[size]}>{children}</p>
);

/** What stands at the foot of a sheet. */
export const PaperFoot = ({ children }: Held) => <div className={styles.push}>{children}</div>;

/** People side by side. */
export const PaperPeople = ({ children }: Held) => <div className={styles.people}>{children}</div>;

/** One of them, with their code. */
export const PaperPerson = ({ children }: Held) => <div className={styles.person}>{children}</div>;

/** A code of the size that a phone reads from paper. */
export const PaperCode = ({ text, label }: { readonly text: string; readonly label: string }) => (
  <div className={styles.code}>
    <QrCode text={text} label={label} />
  </div>
);

/** Slips of paper, several to a sheet. */
export const PaperSlips = ({ children }: Held) => <div className={styles.slips}>{children}</div>;

/** One slip of three panels; the words between them say how it is folded. */
export const PaperSlip = ({ label, children }: Held & { readonly label: string }) => (
  <section className={styles.slip} aria-label={label} lang="zh-CN">
    {children}
  </section>
);

/** A panel of a slip. */
export const PaperPanel = ({ children }: Held) => <div className={styles.panel}>{children}</div>;

/** Where a slip is folded, and which way. */
export const PaperFold = ({ children }: Held) => <p className={styles.fold}>{children}</p>;

/** Room for what is written by hand. */
export const PaperBlank = () => <span className={styles.blank} />;

/** What is for the screen and not for the paper. */
export const ScreenOnly = ({ children }: Held) => <div className={styles.screen}>{children}</div>;
