import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { tWelcome } from '../../locale/welcome-messages.ts';
import { endFirstRun } from '../../platform/first-run.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { type WelcomeRole, type WelcomeStep, welcomeSteps } from './welcome-steps.tsx';

/** Walks whoever is here for the first time through what matters, in four pages; it can be left at any of them. */
export const WelcomePage = () => {
  const [, goTo] = useLocation();
  const { session, communityId } = useWorkspace();
  const [index, setIndex] = useState(0);
  const isWorker = session.postings.some(
    (posting) => posting.role === 'gridWorker' && posting.communityId === communityId,
  );
  const role: WelcomeRole = isWorker ? 'worker' : 'helper';
  const steps = welcomeSteps(role);
  const leave = () => {
    endFirstRun(session.account.id);
    goTo('/', { replace: true });
  };
  return (
    <StepPage
      key={index}
      step={steps[index] ?? steps[0]}
      count={tWelcome.step(index + 1, steps.length)}
      onNext={index < steps.length - 1 ? () => setIndex(index + 1) : null}
      onLeave={leave}
    />
  );
};

interface StepPageProps {
  readonly step: WelcomeStep;
  readonly count: string;
  /** Null on the last page. */
  readonly onNext: (() => void) | null;
  readonly onLeave: () => void;
}

const StepPage = ({ step, count, onNext, onLeave }: StepPageProps) => {
  // Each step is a page of its own and is read aloud as one.
  useEffect(() => {
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, []);
  const bar = (
    <ActionBar>
      <Button variant="main" onClick={onNext ?? onLeave}>
        {onNext === null ? tWelcome.start : tWelcome.next}
      </Button>
      {onNext !== null && (
        <Button variant="slim" onClick={onLeave}>
          {tWelcome.skip}
        </Button>
      )}
    </ActionBar>
  );
  return (
    <Page title={step.title} aside={count} bar={bar}>
      {step.content}
    </Page>
  );
};
