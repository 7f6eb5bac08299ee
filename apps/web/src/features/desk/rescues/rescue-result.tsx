import type { RescueAnswer } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Note } from '../../../ui/note.tsx';

export interface RescueResultProps {
  readonly answer: RescueAnswer;
  readonly onAnother: () => void;
}

const kinds = ['applied', 'merged', 'held', 'refused'] as const;

/** What became of the work of a file, in words. */
export const RescueResult = ({ answer, onAnother }: RescueResultProps) => {
  const words = tDesk.rescues;
  const lines = kinds.flatMap((kind) => {
    const total = answer.lines.reduce((sum, { outcomes }) => sum + (outcomes?.[kind] ?? 0), 0);
    return total === 0 ? [] : [words.outcomes[kind](total)];
  });
  const outside = answer.lines.filter(({ communityId }) => communityId === null);
  return (
    <>
      <Note title={`${words.result} · ${answer.authorName}`} live>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>{words.again}</p>
      </Note>
      {outside.length > 0 && (
        <Note tone="soon">{words.outOfReach(outside.reduce((sum, { count }) => sum + count, 0))}</Note>
      )}
      <FilterBar label={words.another}>
        <Button variant="slim" size="compact" onClick={onAnother}>
          {words.another}
        </Button>
      </FilterBar>
    </>
  );
};
