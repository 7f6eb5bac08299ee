import { Link } from 'wouter';
import { t } from '../locale/messages.ts';
import styles from './pager.module.css';

export type PagerProps = {
  /** Counted from 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly hrefOf: (page: number) => string;
};

/** The way through a table of several pages; says nothing when there is one. */
export const Pager = ({ page, pageCount, hrefOf }: PagerProps) =>
  pageCount <= 1 ? null : (
    <nav className={styles.pager} aria-label={t.ui.pages}>
      {page > 1 ? <Link href={hrefOf(page - 1)}>{t.ui.previousPage}</Link> : <span>{t.ui.previousPage}</span>}
      <span className={styles.here}>{t.ui.pageOf(page, pageCount)}</span>
      {page < pageCount ? <Link href={hrefOf(page + 1)}>{t.ui.nextPage}</Link> : <span>{t.ui.nextPage}</span>}
    </nav>
  );
