import { Link } from 'wouter';
import styles from './tab-bar.module.css';
import { keepBottom } from './taken-height.ts';

export type TabBarProps = {
  /** Names the navigation for a screen reader. */
  readonly label: string;
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
};

/** The words at the bottom of the phone that lead to its few main pages. */
export const TabBar = ({ label, tabs }: TabBarProps) => (
  <nav ref={keepBottom} className={styles.bar} aria-label={label}>
    {tabs.map((tab) => (
      <Link key={tab.href} href={tab.href} className={styles.tab} aria-current={tab.current ? 'page' : undefined}>
        {tab.label}
      </Link>
    ))}
  </nav>
);
