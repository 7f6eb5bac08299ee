import { type ReactNode, useEffect } from 'react';
import { t } from '../locale/messages.ts';
import styles from './desk-page.module.css';

export type DeskPageProps = {
  readonly title: string;
  readonly app?: string;
  /** What the page is about, on the line of the title. */
  readonly sub?: ReactNode;
  readonly children: ReactNode;
};

/** One view of the desk. Fields and notes inside keep to its own edges, not to the gutters of a phone. */
export const DeskPage = ({ title, app = t.shell.appName, sub, children }: DeskPageProps) => {
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);
  return (
    <main className={styles.page}>
      <div className={styles.header}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {sub && <span className={styles.sub}>{sub}</span>}
      </div>
      {children}
    </main>
  );
};
