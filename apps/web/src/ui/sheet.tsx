import { type ReactNode, useId } from 'react';
import { t } from '../locale/messages.ts';
import { Button } from './button.tsx';
import styles from './sheet.module.css';
import { useModalDialog } from './use-modal-dialog.ts';

export type SheetProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly sub?: ReactNode;
  /** Mounted only while the sheet is open, so that every opening starts afresh. */
  readonly children: ReactNode;
  /** Stays in view under the content: an ActionBar. */
  readonly bar?: ReactNode;
};

/** Slides up from the bottom of a phone, in from the right on a wide screen, and waits until it is answered or closed. */
export const Sheet = ({ open, onClose, title, sub, children, bar }: SheetProps) => {
  const ref = useModalDialog({ open, onClose });
  const titleId = useId();
  return (
    <dialog ref={ref} className={styles.sheet} aria-labelledby={titleId}>
      {open && (
        <div className={styles.frame}>
          <div className={styles.header}>
            <div className={styles.heading}>
              <h2 id={titleId} className={styles.title} tabIndex={-1} data-initial-focus="">
                {title}
              </h2>
              {sub && <div className={styles.sub}>{sub}</div>}
            </div>
            <Button variant="quiet" onClick={onClose}>
              {t.ui.close}
            </Button>
          </div>
          <div className={styles.content}>{children}</div>
          {bar && <div className={styles.bar}>{bar}</div>}
        </div>
      )}
    </dialog>
  );
};
