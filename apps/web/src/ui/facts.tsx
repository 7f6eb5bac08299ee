import type { ReactNode } from 'react';
import styles from './facts.module.css';

export type FactsProps = {
  readonly items: readonly { readonly key: string; readonly term: string; readonly detail: ReactNode }[];
};

/** Names and values, one pair a line. */
export const Facts = ({ items }: FactsProps) => (
  <dl className={styles.facts}>
    {items.map((item) => (
      <div key={item.key} className={styles.pair}>
        <dt className={styles.term}>{item.term}</dt>
        <dd className={styles.detail}>{item.detail}</dd>
      </div>
    ))}
  </dl>
);
