import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classNames } from './class-names.ts';
import styles from './row.module.css';

export type RowProps = {
  /** A StatusGlyph. */
  readonly glyph?: ReactNode;
  /** The short strong word that is looked for: a door, a day. */
  readonly lead?: ReactNode;
  /** Room for leads of four or more characters. */
  readonly wideLead?: boolean;
  readonly text: ReactNode;
  readonly note?: ReactNode;
  /** Stands at the end instead of the ›: a value, a Tick. */
  readonly trailing?: ReactNode;
  readonly tone?: 'press';
  /** Stands beside the line instead of the ›, and is pressed by itself: quiet Buttons. */
  readonly beside?: ReactNode;
} & (
  | { readonly href: string; readonly onClick?: never }
  | { readonly onClick: () => void; readonly href?: never }
  | { readonly href?: never; readonly onClick?: never }
);

/** One line of a list; all of it can be pressed when it leads somewhere. */
export const Row = (props: RowProps) => {
  const isLive = props.href !== undefined || props.onClick !== undefined;
  const className = classNames(styles.row, isLive && styles.live);
  const content = (
    <>
      {props.glyph && <span className={styles.glyph}>{props.glyph}</span>}
      {props.lead && <span className={classNames(styles.lead, props.wideLead && styles.wide)}>{props.lead}</span>}
      <span className={classNames(styles.text, props.tone && styles.press)}>
        {props.text}
        {props.note && <span className={styles.note}>{props.note}</span>}
      </span>
      {props.trailing && <span className={styles.trailing}>{props.trailing}</span>}
      {isLive && !props.trailing && !props.tone && !props.beside && (
        <span className={styles.chevron} aria-hidden="true">
          ›
        </span>
      )}
    </>
  );
  return (
    <li className={classNames(styles.item, props.beside !== undefined && styles.shared)}>
      {props.href !== undefined && (
        <Link href={props.href} className={className}>
          {content}
        </Link>
      )}
      {props.onClick !== undefined && (
        <button type="button" className={className} onClick={props.onClick}>
          {content}
        </button>
      )}
      {!isLive && <div className={className}>{content}</div>}
      {props.beside && <div className={styles.beside}>{props.beside}</div>}
    </li>
  );
};
