import { type ImportAnswer, importAnswerSchema, unitsAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { useParams } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { Stepper } from '../../../ui/stepper.tsx';
import { AnswerView } from '../answer-view.tsx';
import { useAnswer } from '../use-answer.ts';
import { useFilters } from '../use-filters.ts';
import { ColumnsStep } from './columns-step.tsx';
import { HeaderStep } from './header-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { WritingStep } from './writing-step.tsx';

const askEveryMs = 500;

/** Is one import on its four steps: headers, columns, the review, and the writing. */
export const ImportPage = () => {
  const { id } = useParams<{ readonly id: string }>();
  const [isConfirming, setIsConfirming] = useState(false);
  const answer = useAnswer(`/imports/${id}`, importAnswerSchema, {
    refetchMs: ({ state }) => (isConfirming || state === 'writing' ? askEveryMs : false),
  });
  const units = useAnswer('/units', unitsAnswerSchema);
  const known = answer.state === 'ready' ? answer.value : null;
  const community =
    units.state === 'ready' ? units.value.units.find((unit) => unit.id === known?.communityId)?.name : undefined;
  const { imports } = tDesk;
  return (
    <DeskPage title={imports.title} sub={known && imports.about(known.fileName, community ?? '')}>
      <AnswerView answer={answer}>
        {(value) => <ImportSteps answer={value} isConfirming={isConfirming} onConfirming={setIsConfirming} />}
      </AnswerView>
    </DeskPage>
  );
};

interface ImportStepsProps {
  readonly answer: ImportAnswer;
  readonly isConfirming: boolean;
  readonly onConfirming: (isConfirming: boolean) => void;
}

const ImportSteps = ({ answer, isConfirming, onConfirming }: ImportStepsProps) => {
  const filters = useFilters();
  const { steps, stepsLabel } = tDesk.imports;
  const isBeyondReview = isConfirming || answer.state !== 'preview';
  const asked = Number(filters.of('step') ?? '1');
  // Without headings there is nothing to go on with.
  const last = answer.preview.sheets.length === 0 ? 1 : 3;
  const step = isBeyondReview ? 4 : Math.min(Math.max(asked, 1), last);
  const goTo = (next: number) => filters.set({ step: String(next), show: null, page: null });
  // Once everything is written the last step is done too.
  const current = answer.state === 'done' ? steps.length : step - 1;
  return (
    <>
      <Stepper label={stepsLabel} steps={steps} current={current} />
      {step === 1 && <HeaderStep answer={answer} onNext={() => goTo(2)} />}
      {step === 2 && (
        <ColumnsStep key={answer.revision} answer={answer} onBack={() => goTo(1)} onNext={() => goTo(3)} />
      )}
      {/* The review stays mounted while it is confirmed: it holds the call, and a refusal is said there. */}
      <div hidden={step !== 3}>
        {step >= 3 && answer.state === 'preview' && <ReviewStep answer={answer} onConfirming={onConfirming} />}
      </div>
      {step === 4 && <WritingStep answer={answer} />}
    </>
  );
};
