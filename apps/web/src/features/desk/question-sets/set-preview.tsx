import type { Answers } from '@lianxin/domain';
import { useState } from 'react';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { writtenWords } from '../../../storage/questions/answer-words.ts';
import { QuestionFields } from '../../../storage/questions/question-fields.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import type { SetDraft } from './set-draft.ts';
import styles from './set-editor.module.css';

/** Is a set as a phone asks it, by the phone's own fields; what is answered here goes nowhere. */
export const SetPreview = ({ draft }: { readonly draft: SetDraft }) => {
  const [answers, setAnswers] = useState<Answers>({});
  const { kind, name, nameEn, questions } = draft;
  return (
    <aside className={styles.preview} aria-label={tDeskQuestions.preview}>
      <Section title={tDeskQuestions.preview}>
        <Sub>{tDeskQuestions.previewHint}</Sub>
        <div className={styles.phone}>
          <Section title={writtenWords({ zh: name, en: nameEn })}>
            <QuestionFields
              set={{ kind, questions: [...questions] }}
              answers={answers}
              last={null}
              onChange={setAnswers}
            />
          </Section>
        </div>
      </Section>
    </aside>
  );
};
