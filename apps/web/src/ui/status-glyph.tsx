import { classNames } from './class-names.ts';
import type { Status } from './status.ts';
import styles from './status-glyph.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

// Drawn, not typed: cheap phones lack some of these characters, and a sign that shows as a box says nothing.
const signPaths: Record<Status, string> = {
  overdue: 'M8 2.5v7M8 12.6v.9',
  due: 'M3 3h10v10H3z',
  soon: 'M3 3h10v10H3zM3 3h5v10H3z',
  nobodyHome: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2z',
  refused: 'M2.5 14 13.5 2',
  vacant: 'M4 8h8',
  done: 'M3 9.2 6 13C7.4 9 9.6 5.4 13 2.4',
};

export type StatusSignProps = { readonly status: Status };

/** The bare sign of a status at the size and in the colour of the text around it; the word beside it carries the name. */
export const StatusSign = ({ status }: StatusSignProps) => (
  <svg className={classNames(styles.sign, styles[status])} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={signPaths[status]} />
  </svg>
);

export type StatusGlyphProps = { readonly status: Status; readonly label: string };

/** A status as the box that leads a row: solid for what must be done, half for soon, quiet for done. */
export const StatusGlyph = ({ status, label }: StatusGlyphProps) => (
  <span className={classNames(styles.glyph, styles[`${status}Box`])}>
    {status === 'overdue' || status === 'done' || status === 'refused' || status === 'vacant' ? (
      <StatusSign status={status} />
    ) : null}
    <VisuallyHidden>{label}</VisuallyHidden>
  </span>
);
