import styles from './search-field.module.css';

export type SearchFieldProps = {
  /** What can be searched for, read aloud. */
  readonly label: string;
  /** Shown while the field is empty; a few characters, or large type cuts them off. */
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many were found, read aloud as the list changes. */
  readonly result?: string | undefined;
};

/** A field that narrows the list below it with every letter. */
export const SearchField = ({ label, placeholder, value, onChange, result }: SearchFieldProps) => (
  <search className={styles.search}>
    <input
      className={styles.input}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="search"
    />
    <span className={styles.result} role="status">
      {result}
    </span>
  </search>
);
