import { t } from '../locale/messages.ts';
import { classNames } from './class-names.ts';
import { StatusSign } from './status-glyph.tsx';
import styles from './stepper.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type StepperProps = {
  readonly label: string;
  readonly steps: readonly string[];
  /** Counted from 0; the steps before it are done. */
  readonly current: number;
};

/** The steps of something that takes several, with the one that is being taken. */
export const Stepper = ({ label, steps, current }: StepperProps) => (
  <ol className={styles.steps} aria-label={label}>
    {steps.map((step, index) => (
      <li
        key={step}
        className={classNames(index === current && styles.current)}
        aria-current={index === current ? 'step' : undefined}
      >
        {index + 1} {step}
        {index < current && (
          <>
            {' '}
            <StatusSign status="done" />
            <VisuallyHidden>{t.ui.stepDone}</VisuallyHidden>
          </>
        )}
      </li>
    ))}
  </ol>
);
