import { classNames } from './class-names.ts';
import type { Status } from './status.ts';
import styles from './status-glyph.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

// Drawn, not typed: cheap phones lack some of these characters, and a sign that shows as a box says nothing.
// The narrow ones stand in a narrow box, as their characters would.
const signs: Record<Status, { readonly box: string; readonly path: string; readonly half?: string }> = {
  overdue: { box: '5 0 6 16', path: 'M8 2.2v7M8 12.2v.5' },
  due: { box: '0 0 16 16', path: 'M2.2 2.2h11.6v11.6H2.2z' },
  soon: { box: '0 0 16 16', path: 'M2.8 3h10.4v10.4H2.8z', half: 'M3 3h5v10H3z' },
  nobodyHome: { box: '0 0 16 16', path: 'M8 1.6a6.4 6.4 0 1 0 0 12.8A6.4 6.4 0 1 0 8 1.6z' },
  refused: { box: '0 0 16 16', path: 'M1.5 14.5l13-13' },
  vacant: { box: '3 0 10 16', path: 'M4.5 8.5h7' },
  done: { box: '1 0 14 16', path: 'M3.2 9.4 6 13.4C7.4 9.2 9.4 5.6 12.6 2.2' },
};

export type StatusSignProps = { readonly status: Status };

/** The bare sign of a status at the size and in the colour of the text around it; the word beside it carries the name. */
export const StatusSign = ({ status }: StatusSignProps) => (
  <svg
    className={classNames(styles.sign, styles[status])}
    viewBox={signs[status].box}
    aria-hidden="true"
    focusable="false"
  >
    <path d={signs[status].path} />
    {signs[status].half && <path className={styles.half} d={signs[status].half} />}
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
