import type { ReactNode } from 'react';
import styles from './phone-shell.module.css';

export type PhoneShellProps = {
  /** A thin Banner that never scrolls away. */
  readonly banner?: ReactNode;
  /** The Page. */
  readonly children: ReactNode;
  /** The TabBar, on the pages that a tab leads to. */
  readonly tabs?: ReactNode;
};

/** The frame of every phone page, a column of phone width also on a wide screen. */
export const PhoneShell = ({ banner, children, tabs }: PhoneShellProps) => (
  <div className={styles.shell}>
    {banner}
    {children}
    {tabs}
  </div>
);
