import { erasureAnswerSchema, erasureLookSchema, type FoundPerson } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useAnswer } from '../use-answer.ts';
import { useChange } from '../use-change.ts';
import { useGuardedClose } from '../use-guarded-close.tsx';
import { ErasureCounts } from './erasure-counts.tsx';
import { shownName } from './shown-name.ts';

export interface EraseSheetProps {
  readonly person: FoundPerson;
  readonly community: string;
  readonly onClose: () => void;
}

const shortestReason = 2;
const longestReason = 200;

/** Shows what erasing a person takes out and what stays, asks for the reason and for a word, and does it. */
export const EraseSheet = ({ person, community, onClose }: EraseSheetProps) => {
  const words = tDesk.erasures;
  const change = useChange();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [isDone, setDone] = useState(false);
  const guarded = useGuardedClose(reason !== '' && !isDone, onClose);
  const look = useAnswer(withQuery(`/persons/${person.personId}/erasure`, { community }), erasureLookSchema);
  const isReasonShort = reason.trim().length < shortestReason;
  const isWordWrong = typed.trim() !== words.confirmWord;
  const erase = async () => {
    setPressed(true);
    if (isReasonShort || isWordWrong) return;
    const answer = await change.send({
      path: `/persons/${person.personId}/erase`,
      json: { community, reason: reason.trim() },
      schema: erasureAnswerSchema,
      outdates: ['persons', 'register', 'overview', 'ledgers', 'imports', 'audit'],
    });
    if (answer.ok) setDone(true);
  };
  return (
    <>
      <Sheet
        open
        onClose={guarded.close}
        title={isDone ? words.done : `${words.title} · ${shownName(person)}`}
        sub={person.address}
        bar={
          !isDone && (
            <ActionBar>
              <Button variant="danger" busy={change.isBusy} onClick={() => void erase()}>
                {change.isBusy ? words.erasing : words.erase}
              </Button>
            </ActionBar>
          )
        }
      >
        {isDone ? (
          <Note title={words.done} live>
            {words.doneBody}
          </Note>
        ) : (
          <>
            <AnswerView answer={look}>
              {({ removes, stays }) => <ErasureCounts removes={removes} stays={stays} />}
            </AnswerView>
            <TextArea
              label={words.reason}
              hint={words.reasonHint}
              value={reason}
              maxLength={longestReason}
              error={isPressed && isReasonShort ? words.reasonMissing : null}
              onChange={setReason}
            />
            <TextField
              label={words.confirm(words.confirmWord)}
              value={typed}
              error={isPressed && isWordWrong ? words.confirmWrong(words.confirmWord) : null}
              onChange={setTyped}
            />
            <FailureNote failure={change.failure} />
          </>
        )}
      </Sheet>
      {guarded.question}
    </>
  );
};
