import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { t } from '../locale/messages.ts';
import { classNames } from './class-names.ts';
import styles from './page.module.css';
import { keepBottom } from './taken-height.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type PageProps = {
  readonly title: string;
  /** What the browser is told instead of a title that names somebody: its history and task list rest readable on the device. */
  readonly tab?: string;
  /** Words after the title in the browser's tab and task list. */
  readonly app?: string;
  readonly sub?: ReactNode;
  /** Where the page was pushed from; turns the line under the title into the way back. */
  readonly back?:
    | {
        readonly href: string;
        readonly label: string;
        /** Names the page that it leads back to where the label says something else; read aloud before it. */
        readonly to?: string;
      }
    | undefined;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Is for printing: what leads through the app stays off the paper. */
  readonly paper?: boolean;
  /** Stays at the bottom, within the thumb's arc: an ActionBar. */
  readonly bar?: ReactNode;
};

/** One page of the phone: a title, what it is about, the content, and at most one bar of actions. */
export const Page = ({
  title,
  tab = title,
  app = t.shell.appName,
  sub,
  back,
  aside,
  children,
  bar,
  paper,
}: PageProps) => {
  useEffect(() => {
    document.title = `${tab} · ${app}`;
  }, [tab, app]);
  return (
    <main className={styles.page}>
      <div className={classNames(styles.header, paper && styles.offPaper)}>
        <div className={styles.heading}>
          <h1 className={styles.title} tabIndex={-1}>
            {title}
          </h1>
          {back && (
            <Link className={styles.back} href={back.href}>
              <span aria-hidden="true">‹ </span>
              {back.to && <VisuallyHidden>{back.to}:</VisuallyHidden>}
              {back.label}
            </Link>
          )}
          {sub && (
            <div>
              <span className={styles.sub}>{sub}</span>
            </div>
          )}
        </div>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={styles.content}>{children}</div>
      {bar && (
        <div ref={keepBottom} className={styles.bar}>
          {bar}
        </div>
      )}
    </main>
  );
};
