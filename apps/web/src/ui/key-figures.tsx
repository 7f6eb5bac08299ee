import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classNames } from './class-names.ts';
import styles from './key-figures.module.css';

export type KeyFigure = {
  readonly key: string;
  readonly value: string;
  readonly label: ReactNode;
  readonly tone?: 'late' | 'soon';
  /** Draws a small bar under the label, from 0 to 1. */
  readonly share?: number;
  /** The rows behind the number. */
  readonly href?: string;
};

export type KeyFiguresProps = {
  readonly figures: readonly KeyFigure[];
  /** large: the head of a phone page, toned at the word; compact: the head of a desk table, toned at the number. */
  readonly size?: 'large' | 'compact';
};

const FigureContent = ({ figure }: { readonly figure: KeyFigure }) => (
  <>
    <span className={styles.value}>{figure.value}</span>
    <span className={styles.label}>{figure.label}</span>
    {figure.share !== undefined && (
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${figure.share * 100}%` }} />
      </span>
    )}
  </>
);

/** Numbers first, each with the word that says what is counted. */
export const KeyFigures = ({ figures, size = 'large' }: KeyFiguresProps) => (
  <ul className={classNames(styles.figures, styles[size])}>
    {figures.map((figure) => {
      const className = classNames(styles.figure, figure.tone && styles[figure.tone]);
      return (
        <li key={figure.key}>
          {figure.href === undefined ? (
            <span className={className}>
              <FigureContent figure={figure} />
            </span>
          ) : (
            <Link className={className} href={figure.href}>
              <FigureContent figure={figure} />
            </Link>
          )}
        </li>
      );
    })}
  </ul>
);
