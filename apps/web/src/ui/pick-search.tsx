import styles from './pick-search.module.css';

export type PickSearchProps = {
  /** What can be searched for, read aloud. */
  readonly label: string;
  /** Shown while the field is empty. */
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many were found, after the field. */
  readonly result?: string | undefined;
};

/** A search among the filters above a desk table, as small as they are. */
export const PickSearch = ({ label, placeholder, value, onChange, result }: PickSearchProps) => (
  <search className={styles.search}>
    <input
      className={styles.input}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      spellCheck={false}
    />
    <span className={styles.result} role="status">
      {result}
    </span>
  </search>
);
