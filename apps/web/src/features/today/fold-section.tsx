import { type ReactNode, useId } from 'react';
import styles from './fold-section.module.css';

export interface FoldSectionProps {
  readonly title: string;
  /** At the end of the heading: what is late. */
  readonly aside?: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A part of a list that can be folded away under its heading; what is folded is not drawn. */
export const FoldSection = ({ title, aside, isOpen, onToggle, children }: FoldSectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 className={styles.heading}>
        <button type="button" id={id} className={styles.button} aria-expanded={isOpen} onClick={onToggle}>
          <span className={styles.title}>{title}</span>
          {aside}
          <span className={isOpen ? styles.open : styles.closed} aria-hidden="true">
            ⌄
          </span>
        </button>
      </h2>
      {isOpen && children}
    </section>
  );
};
