import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './side-nav.module.css';

export type SideNavProps = {
  readonly brand: string;
  readonly label: string;
  readonly items: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  /** Under the views: who is signed in, the way to the phone pages. */
  readonly footer?: ReactNode;
};

/** The views of the desk, in a column. */
export const SideNav = ({ brand, label, items, footer }: SideNavProps) => (
  <nav className={styles.side} aria-label={label}>
    <p className={styles.brand}>{brand}</p>
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={item.href}>
          <Link href={item.href} className={styles.item} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
    {footer && <div className={styles.footer}>{footer}</div>}
  </nav>
);
