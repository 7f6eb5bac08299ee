import type { ReactNode } from 'react';
import styles from './banner.module.css';

export type BannerProps = {
  readonly label: string;
  readonly children: ReactNode;
  /** A quiet word to press, such as 更新. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
};

/** One thin line that holds for the whole app and never scrolls away. */
export const Banner = ({ label, children, action }: BannerProps) => (
  <aside className={styles.banner} aria-label={label}>
    <span>{children}</span>
    {action && (
      <button type="button" className={styles.action} onClick={action.onPress}>
        {action.label}
      </button>
    )}
  </aside>
);
