import type { ImportAnswer } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { KeyFigures } from '../../../ui/key-figures.tsx';
import { Note } from '../../../ui/note.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { changeFigures } from './review-figures.ts';

/** Shows the writing of an import while it goes on, and then what became of it. */
export const WritingStep = ({ answer }: { readonly answer: ImportAnswer }) => {
  if (answer.state === 'done') return <Written answer={answer} />;
  if (answer.state === 'failed') return <NotWritten />;
  const { running, runningNote, progress } = tDesk.imports;
  const { done, total } = answer.progress;
  return (
    <>
      <ProgressBar
        label={running}
        value={total === 0 ? null : done}
        max={Math.max(total, 1)}
        note={progress(done, total)}
      />
      <Sub padded>{runningNote}</Sub>
    </>
  );
};

const Written = ({ answer }: { readonly answer: ImportAnswer }) => {
  const { result, toRegister, again } = tDesk.imports;
  const figures = changeFigures(answer.preview);
  return (
    <Section title={result.title}>
      {figures.length === 0 ? (
        <Sub padded>{result.nothingNew}</Sub>
      ) : (
        <>
          <KeyFigures size="compact" figures={figures} />
          <Sub padded>{result.body}</Sub>
        </>
      )}
      <FilterBar label={result.next}>
        <ButtonLink variant="main" size="compact" href={`/desk/register?community=${answer.communityId}`}>
          {toRegister}
        </ButtonLink>
        <ButtonLink size="compact" href="/desk/imports">
          {again}
        </ButtonLink>
      </FilterBar>
    </Section>
  );
};

const NotWritten = () => {
  const { failed, again } = tDesk.imports;
  return (
    <>
      <Note title={failed.title} tone="late">
        {failed.body}
      </Note>
      <FilterBar label={again}>
        <ButtonLink variant="main" size="compact" href="/desk/imports">
          {again}
        </ButtonLink>
      </FilterBar>
    </>
  );
};
