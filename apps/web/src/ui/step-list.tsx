import styles from './step-list.module.css';

/** What to press, one after the other, numbered for whoever reads it aloud to somebody. */
export const StepList = ({ steps }: { readonly steps: readonly string[] }) => (
  <ol className={styles.list}>
    {steps.map((step) => (
      <li key={step} className={styles.step}>
        {step}
      </li>
    ))}
  </ol>
);
