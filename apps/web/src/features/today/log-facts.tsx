import { tToday } from '../../locale/today-messages.ts';
import type { DailyLog } from '../../storage/reading/today/daily-log.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { kindWords, outcomeWords } from './log-text.ts';

export interface LogFactsProps {
  readonly log: DailyLog;
}

/** The numbers of a day, and what they consist of. */
export const LogFacts = ({ log }: LogFactsProps) => {
  const words = tToday.log;
  const facts = [
    { key: 'outcomes', term: words.outcomes, detail: outcomeWords(log) },
    { key: 'phone', term: words.phone, detail: log.phone > 0 ? words.visitCount(log.phone) : '' },
    { key: 'late', term: words.late, detail: log.late > 0 ? words.visitCount(log.late) : '' },
    { key: 'kinds', term: words.kinds, detail: kindWords(log) },
    { key: 'solved', term: words.solved, detail: log.needs > 0 ? words.caseCount(log.solved) : '' },
    { key: 'passedOn', term: words.passedOn, detail: log.passedOn > 0 ? words.caseCount(log.passedOn) : '' },
    { key: 'told', term: words.told, detail: log.told > 0 ? words.caseCount(log.told) : '' },
  ];
  return (
    <>
      <KeyFigures
        figures={[
          { key: 'households', value: String(log.households), label: words.figures.households },
          { key: 'needs', value: String(log.needs), label: words.figures.needs },
          { key: 'solved', value: String(log.solved), label: words.figures.solved },
        ]}
      />
      <Facts items={facts.filter(({ detail }) => detail !== '')} />
    </>
  );
};
