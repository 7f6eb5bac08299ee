import { tInstall } from '../locale/install-messages.ts';
import { Note } from './note.tsx';
import { StepList } from './step-list.tsx';

/** Says what Safari does to records, and how to install first. */
export const SafariSteps = () => (
  <Note title={tInstall.safariTitle}>
    {tInstall.safariLimit} {tInstall.safariSignIn}
    <StepList steps={tInstall.steps.ios} />
  </Note>
);
