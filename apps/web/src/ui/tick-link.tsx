import { Link } from 'wouter';
import { Tick, type TickProps } from './tick.tsx';
import styles from './tick-link.module.css';

export type TickLinkProps = TickProps & { readonly href: string };

/** A Tick that leads to the page which tells more, at the head of a page. */
export const TickLink = ({ href, ...tick }: TickLinkProps) => (
  <Link className={styles.link} href={href}>
    <Tick {...tick} />
  </Link>
);
