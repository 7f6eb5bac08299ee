import type { Question } from '@lianxin/domain';
import { questionSetsAnswerSchema } from '@lianxin/protocol';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { holdUpdate } from '../../../platform/app-update.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Note } from '../../../ui/note.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useShowProblem } from '../../../ui/use-show-problem.ts';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { BasicFields } from './basic-fields.tsx';
import { newQuestion, withMoved, withoutQuestion, withQuestion, withType } from './edit-questions.ts';
import { QuestionEditor } from './question-editor.tsx';
import { newQuestionKey } from './question-key.ts';
import { type DraftProblem, draftProblems, type SetDraft, toQuestionSetDraft } from './set-draft.ts';
import styles from './set-editor.module.css';
import { SetPreview } from './set-preview.tsx';

export interface SetEditorProps {
  readonly community: string;
  readonly start: SetDraft;
  /** All that the versions of the set asked before. */
  readonly former: readonly Question[];
  readonly back: string;
  readonly onOpenNewest: () => void;
}

/** Edits a set; every save is a new version. */
export const SetEditor = ({ community, start, former, back, onOpenNewest }: SetEditorProps) => {
  const words = tDeskQuestions;
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(start);
  const [tries, setTries] = useState(0);
  const change = useChange();
  useShowProblem(tries);
  useEffect(() => (draft === start ? undefined : holdUpdate()), [draft, start]);
  const problems = tries === 0 ? [] : draftProblems(draft, former);
  const save = async (): Promise<void> => {
    setTries(tries + 1);
    if (draftProblems(draft, former).length > 0) return;
    const saved = await change.send({
      path: '/question-sets',
      method: 'POST',
      json: { community, set: toQuestionSetDraft(draft) },
      schema: questionSetsAnswerSchema,
      outdates: ['question-sets', 'ledgers'],
    });
    if (!saved.ok) return;
    showToast({ text: words.saved(draft.name.trim()) });
    navigate(back);
  };
  const problemsAt = (at: number): readonly DraftProblem[] => problems.filter((problem) => problem.at === at);
  const edit = (part: Partial<SetDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return (
    <div className={styles.columns}>
      <Form
        label={words.title}
        onSubmit={() => void save()}
        bar={
          <ActionBar>
            <Button type="submit" variant="main" busy={change.isBusy}>
              {words.save}
            </Button>
          </ActionBar>
        }
      >
        {problems.length > 0 && (
          <Note tone="late" live>
            {words.mend}
          </Note>
        )}
        <BasicFields draft={draft} problems={problemsAt(-1)} onChange={edit} />
        <Section title={words.questions}>
          <ol className={styles.questions}>
            {draft.questions.map((question, at) => (
              <li key={question.key} className={styles.question}>
                <QuestionEditor
                  question={question}
                  at={at}
                  earlier={draft.questions.slice(0, at)}
                  isLast={at === draft.questions.length - 1}
                  problems={problemsAt(at)}
                  onChange={(next) => edit({ questions: withQuestion(draft.questions, at, next) })}
                  onType={(type) =>
                    edit({ questions: withType(draft.questions, at, { type, former, newKey: newQuestionKey }) })
                  }
                  onMove={(by) => edit({ questions: withMoved(draft.questions, at, by) })}
                  onRemove={() => edit({ questions: withoutQuestion(draft.questions, at) })}
                />
              </li>
            ))}
          </ol>
          <Button
            variant="outline"
            onClick={() => edit({ questions: [...draft.questions, newQuestion(newQuestionKey())] })}
          >
            {words.addQuestion}
          </Button>
        </Section>
        <FailureNote failure={change.failure} />
        {change.failure?.code === 'versionChanged' && (
          <Button variant="outline" onClick={onOpenNewest}>
            {words.openNewest}
          </Button>
        )}
      </Form>
      <SetPreview draft={draft} />
    </div>
  );
};
