import { Button } from './button.tsx';
import styles from './steps.module.css';

/** A neighbour in a row: the word on its button, and what is read aloud. */
export type Step = { readonly text: string; readonly label: string; readonly onPress: () => void };

export type StepsProps = { readonly previous?: Step | undefined; readonly next?: Step | undefined };

/** The ways to what comes before and after, at the thumb. */
export const Steps = ({ previous, next }: StepsProps) =>
  previous === undefined && next === undefined ? null : (
    <div className={styles.steps}>
      {previous && (
        <Button variant="bare" label={previous.label} onClick={previous.onPress}>
          ‹ {previous.text}
        </Button>
      )}
      {next && (
        <div className={styles.next}>
          <Button variant="bare" label={next.label} onClick={next.onPress}>
            {next.text} ›
          </Button>
        </div>
      )}
    </div>
  );
