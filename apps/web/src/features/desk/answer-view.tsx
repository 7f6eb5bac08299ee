import type { ReactNode } from 'react';
import { tDesk } from '../../locale/desk-messages.ts';
import { t } from '../../locale/messages.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Sub } from '../../ui/sub.tsx';
import styles from './answer-view.module.css';
import { failureSentence } from './failure-sentence.ts';
import type { Answer } from './use-answer.ts';

export interface AnswerViewProps<T> {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ReactNode;
}

/** Shows an answer once it is here, and until then that it is coming, or why it is not. */
export const AnswerView = <T,>({ answer, children }: AnswerViewProps<T>) => {
  if (answer.state === 'loading') return <Sub padded>{t.ui.loading}</Sub>;
  if (answer.state === 'ready') {
    return (
      <div className={answer.isStale ? styles.former : undefined} aria-busy={answer.isStale || undefined}>
        {children(answer.value)}
      </div>
    );
  }
  return (
    <EmptyState
      title={tDesk.desk.failedTitle}
      action={
        answer.failure.code === 'notSignedIn' ? (
          <ButtonLink variant="outline" href="/sign-in">
            {tDesk.desk.signIn}
          </ButtonLink>
        ) : (
          <Button variant="outline" onClick={answer.retry}>
            {t.ui.tryAgain}
          </Button>
        )
      }
    >
      {failureSentence(answer.failure)}
    </EmptyState>
  );
};
