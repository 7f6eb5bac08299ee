import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type TableColumn<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right, under each other. */
  readonly numeric?: boolean;
  /** Long text may take several lines; other cells stay on one and the table scrolls sideways within itself. */
  readonly wrap?: boolean;
  /** Names the row for a screen reader; the first column does unless another says so. */
  readonly rowHeader?: boolean;
};

export type TableSort = { readonly key: string; readonly direction: 'ascending' | 'descending' };

export type TableProps<Row> = {
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The row that stands open beside the table. */
  readonly selectedKey?: string | null;
  readonly sort?: TableSort | undefined;
  /** Makes headers pressable; the owner keeps the order, in the address. */
  readonly onSort?: (key: string) => void;
  /** A last line of sums, set off from the rows. */
  readonly sums?: Row | undefined;
  /** Stands in place of the rows when there are none. */
  readonly empty?: ReactNode;
};

type HeaderProps<Row> = Pick<TableProps<Row>, 'sort' | 'onSort'> & { readonly column: TableColumn<Row> };

const Header = <Row,>({ column, sort, onSort }: HeaderProps<Row>) => {
  const direction = sort?.key === column.key ? sort.direction : undefined;
  return (
    <th scope="col" className={classNames(styles.header, column.numeric && styles.numeric)} aria-sort={direction}>
      {onSort === undefined ? (
        column.header
      ) : (
        <button type="button" className={styles.sort} onClick={() => onSort(column.key)}>
          {column.header}
          {direction && <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : ' ↓'}</span>}
        </button>
      )}
    </th>
  );
};

type CellProps<Row> = { readonly column: TableColumn<Row>; readonly row: Row; readonly isHeader: boolean };

const Cell = <Row,>({ column, row, isHeader }: CellProps<Row>) => {
  const content = column.cell(row);
  const className = classNames(styles.cell, column.numeric && styles.numeric, column.wrap && styles.wrap);
  // A header without words would name the row with nothing.
  return isHeader && content ? (
    <th scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
  );
};

/** What scrolls must be reachable by keyboard even where nothing inside it is. */
const makeReachable = (region: HTMLElement | null): void => {
  if (region !== null) region.tabIndex = 0;
};

/** Rows and columns for the desk. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { sums } = props;
  const headerKey = props.columns.find((column) => column.rowHeader)?.key ?? props.columns[0]?.key;
  return (
    <section ref={makeReachable} className={styles.scroll} aria-label={props.caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {props.captionShown ? props.caption : <VisuallyHidden>{props.caption}</VisuallyHidden>}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <Header
                key={column.key}
                column={column}
                sort={props.sort}
                {...(props.onSort && { onSort: props.onSort })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const key = props.rowKey(row);
            return (
              <tr key={key} className={styles.row} data-selected={key === props.selectedKey || undefined}>
                {props.columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} isHeader={column.key === headerKey} />
                ))}
              </tr>
            );
          })}
        </tbody>
        {sums !== undefined && (
          <tfoot className={styles.sums}>
            <tr>
              {props.columns.map((column) => (
                <Cell key={column.key} column={column} row={sums} isHeader={column.key === headerKey} />
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {props.rows.length === 0 && props.empty}
    </section>
  );
};
