import { Suspense } from 'react';
import { useInstallState } from '../platform/install-prompt.ts';
import { lazyPage } from '../platform/lazy-page.tsx';

const SafariSteps = lazyPage(() => import('./safari-steps.tsx'), 'SafariSteps');

/** Says on an iPhone, before anybody signs in, that the app has to be installed first. Nothing elsewhere. */
export const SafariNote = () =>
  useInstallState() === 'ios' ? (
    <Suspense fallback={null}>
      <SafariSteps />
    </Suspense>
  ) : null;
