import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';

export type ChipNavProps = {
  readonly label: string;
  readonly items: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  /** ChipButtons after the links. */
  readonly children?: ReactNode;
};

/** Views of one page as a line of chips: entrances of a building, groups of a village, parts of a list. */
export const ChipNav = ({ label, items, children }: ChipNavProps) => (
  <nav className={styles.line} aria-label={label}>
    {items.map((item) => (
      <Link
        key={item.href}
        href={item.href}
        className={classNames(styles.chip, styles.face)}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.label}
      </Link>
    ))}
    {children}
  </nav>
);
