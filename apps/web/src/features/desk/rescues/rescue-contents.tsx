import { type RescueAnswer, unitsAnswerSchema } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Note } from '../../../ui/note.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { useAnswer } from '../use-answer.ts';

export interface RescueContentsProps {
  readonly answer: RescueAnswer;
  readonly fileName: string;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onAnother: () => void;
}

/** What a file holds before it is taken: whose it is, how much, from when; nothing of the work itself. */
export const RescueContents = ({ answer, fileName, isBusy, onTake, onAnother }: RescueContentsProps) => {
  const words = tDesk.rescues;
  const units = useAnswer('/units', unitsAnswerSchema);
  const now = systemClock.now();
  const nameOf = (id: string): string =>
    (units.state === 'ready' ? units.value.units.find((unit) => unit.id === id)?.name : undefined) ?? '';
  const moment = (at: number): string => t.dates.moment(at, now);
  const within = answer.lines.filter(({ communityId }) => communityId !== null);
  const outside = answer.lines.filter(({ communityId }) => communityId === null);
  return (
    <Section title={fileName}>
      <Facts
        items={[
          { key: 'author', term: words.facts.author, detail: answer.authorName },
          { key: 'madeAt', term: words.facts.madeAt, detail: moment(answer.madeAt) },
          ...within.flatMap(({ communityId, count, from, until }) => [
            { key: `where ${communityId}`, term: words.facts.community, detail: nameOf(communityId ?? '') },
            { key: `count ${communityId}`, term: words.facts.count, detail: words.counted(count) },
            { key: `span ${communityId}`, term: words.facts.span, detail: words.span(moment(from), moment(until)) },
          ]),
        ]}
      />
      {outside.length > 0 && <Note>{words.outOfReach(outside.reduce((sum, { count }) => sum + count, 0))}</Note>}
      <Sub>{words.again}</Sub>
      <FilterBar label={words.take}>
        <Button variant="main" size="compact" busy={isBusy} onClick={onTake}>
          {isBusy ? words.taking : words.take}
        </Button>
        <Button variant="slim" size="compact" onClick={onAnother}>
          {words.change}
        </Button>
      </FilterBar>
    </Section>
  );
};
