import type { ReactNode } from 'react';
import styles from './desk-shell.module.css';

export type DeskShellProps = {
  /** A thin Banner that never scrolls away. */
  readonly banner?: ReactNode;
  /** The SideNav. */
  readonly nav: ReactNode;
  /** The DeskPage. */
  readonly children: ReactNode;
};

/** The frame of every desk page: the views at the left, one of them at the right; one above the other where it is narrow. */
export const DeskShell = ({ banner, nav, children }: DeskShellProps) => (
  <>
    {banner}
    <div className={styles.desk}>
      {nav}
      {children}
    </div>
  </>
);
