import type { Answers } from '@lianxin/domain';
import { useRegister } from '../use-workspace.ts';
import { type AskingVisit, setsAskedAt } from './asked-here.ts';
import { AskedSets } from './asked-sets.tsx';
import { lastAnswers } from './read-sheets.ts';

export interface QuestionsHereProps {
  readonly visit: AskingVisit;
  readonly given: Readonly<Record<string, Answers>>;
  readonly onChange: (given: Readonly<Record<string, Answers>>) => void;
}

/** What is asked at one visit, with what is known from the last. */
export const QuestionsHere = ({ visit, given, onChange }: QuestionsHereProps) => {
  const { view } = useRegister();
  const lastOf = (set: Parameters<typeof lastAnswers>[1]) => lastAnswers(view, set, visit);
  return <AskedSets sets={setsAskedAt(view, visit)} given={given} lastOf={lastOf} onChange={onChange} />;
};
