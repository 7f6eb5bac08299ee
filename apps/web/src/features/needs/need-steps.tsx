import { nextNeedStates } from '@lianxin/domain';
import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import type { NeedRecord } from '../../storage/reading/need-list.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { AnswerSheet } from './answer-sheet.tsx';
import { stateWord } from './need-words.ts';

export interface NeedStepsProps {
  readonly need: NeedRecord;
}

type State = NeedRecord['state'];

/** The way ends in an answer: the nearest step on it is the one to press. */
const wayThrough: readonly State[] = ['open', 'inProgress', 'done', 'answered'];

const labelOf = (from: State, to: State): string => {
  const isBack = wayThrough.indexOf(to) < wayThrough.indexOf(from);
  return isBack && to === 'inProgress' ? t.needs.backToWork : t.needs.move[to];
};

const forwardFirst = (from: State) => (a: State, b: State) => {
  const back = (state: State): number => (wayThrough.indexOf(state) < wayThrough.indexOf(from) ? 10 : 0);
  return back(a) + wayThrough.indexOf(a) - back(b) - wayThrough.indexOf(b);
};

/** Where a need may go next; an answer always comes with what was said. */
export const NeedSteps = ({ need }: NeedStepsProps) => {
  const saveAndSay = useSaveAndSay();
  const [isTelling, setTelling] = useState(false);
  const from = need.state;
  const advance = (to: State): void => {
    const args = { needId: need.id, from, to, answer: null, seenAnswer: need.answer };
    void saveAndSay([{ name: 'need.advance', args }], { text: t.needs.movedTo(stateWord(to)) });
  };
  const steps = [...nextNeedStates(from)].sort(forwardFirst(from));
  return (
    <>
      <ActionBar note={from === 'done' ? t.needs.waitingToTell : from !== 'answered' && t.needs.mustTell}>
        {steps.map((to, index) => (
          <Button
            key={to}
            variant={index === 0 ? 'main' : 'slim'}
            onClick={() => (to === 'answered' ? setTelling(true) : advance(to))}
          >
            {labelOf(from, to)}
          </Button>
        ))}
      </ActionBar>
      <AnswerSheet need={need} open={isTelling} onClose={() => setTelling(false)} />
    </>
  );
};
