import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { useFormDraft } from '../../storage/intents/use-form-draft.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import type { NeedRecord } from '../../storage/reading/need-list.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { needWord, stateWord } from './need-words.ts';

export interface AnswerSheetProps {
  readonly need: NeedRecord;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The protocol's own limit for an answer. */
const longestAnswer = 2_000;

const AnswerForm = ({ need, onClose }: Omit<AnswerSheetProps, 'open'>) => {
  const saveAndSay = useSaveAndSay();
  const { value, change, clear } = useFormDraft(`answer ${need.id}`, { answer: '' });
  const [wasAsked, setAsked] = useState(false);
  const answer = value.answer.trim();
  const save = async (): Promise<void> => {
    setAsked(true);
    if (answer === '') return;
    const args = { needId: need.id, from: need.state, to: 'answered' as const, answer, seenAnswer: need.answer };
    if (!(await saveAndSay([{ name: 'need.advance', args }], { text: t.needs.movedTo(stateWord('answered')) }))) return;
    clear();
    onClose();
  };
  return (
    <Form
      onSubmit={() => void save()}
      bar={
        <ActionBar>
          <Button variant="main" type="submit">
            {t.needs.answerSave}
          </Button>
        </ActionBar>
      }
    >
      <TextArea
        label={t.needs.answer}
        hint={t.needs.answerHint}
        maxLength={longestAnswer}
        value={value.answer}
        onChange={(next) => change({ answer: next })}
        error={wasAsked && answer === '' ? t.needs.answerMissing : null}
      />
    </Form>
  );
};

/** Ends a need with what the person was told, done or not. */
export const AnswerSheet = ({ need, open, onClose }: AnswerSheetProps) => (
  <Sheet open={open} onClose={onClose} title={t.needs.tellTitle} sub={needWord(need)}>
    <AnswerForm need={need} onClose={onClose} />
  </Sheet>
);
