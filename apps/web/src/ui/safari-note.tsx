import { tInstall } from '../locale/install-messages.ts';
import { useInstallState } from '../platform/install-prompt.ts';
import { Note } from './note.tsx';
import { StepList } from './step-list.tsx';

/** Says on an iPhone, before anybody signs in, what Safari does to records, and how to install first. Nothing elsewhere. */
export const SafariNote = () => {
  if (useInstallState() !== 'ios') return null;
  return (
    <Note title={tInstall.safariTitle}>
      {tInstall.safariLimit} {tInstall.safariSignIn}
      <StepList steps={tInstall.steps.ios} />
    </Note>
  );
};
