import { erasureLookSchema, type FoundPerson } from '@lianxin/protocol';
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
import { useGuardedClose } from '../use-guarded-close.tsx';
import { ErasureCounts } from './erasure-counts.tsx';
import { shownName } from './shown-name.ts';
import { type Erasing, useErasing } from './use-erasing.ts';

export interface EraseSheetProps {
  readonly person: FoundPerson;
  readonly community: string;
  readonly onClose: () => void;
}

const longestReason = 200;

/** Shows what erasing a person takes out and what stays, asks for the reason and for a word, and does it. */
export const EraseSheet = ({ person, community, onClose }: EraseSheetProps) => {
  const words = tDesk.erasures;
  const erasing = useErasing(person.personId, community);
  const isDone = erasing.state === 'done';
  const isBusy = erasing.state === 'busy';
  const guarded = useGuardedClose(erasing.reason !== '' && !isDone, onClose);
  const look = useAnswer(
    isDone ? null : withQuery(`/persons/${person.personId}/erasure`, { community }),
    erasureLookSchema,
  );
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
              <Button variant="danger" busy={isBusy} onClick={() => void erasing.erase()}>
                {isBusy ? words.erasing : words.erase}
              </Button>
            </ActionBar>
          )
        }
      >
        {isDone ? (
          <Note live>{words.doneBody}</Note>
        ) : (
          <>
            <AnswerView answer={look}>{(counts) => <ErasureCounts {...counts} />}</AnswerView>
            <EraseFields erasing={erasing} />
          </>
        )}
      </Sheet>
      {guarded.question}
    </>
  );
};

const EraseFields = ({ erasing }: { readonly erasing: Erasing }) => {
  const words = tDesk.erasures;
  return (
    <>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        value={erasing.reason}
        maxLength={longestReason}
        error={erasing.reasonError}
        onChange={erasing.setReason}
      />
      <TextField
        label={words.confirm(words.confirmWord)}
        value={erasing.typed}
        error={erasing.wordError}
        onChange={erasing.setTyped}
      />
      <FailureNote failure={erasing.failure} />
    </>
  );
};
