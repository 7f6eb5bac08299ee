import { Suspense } from 'react';
import { lazyPage } from '../../platform/lazy-page.tsx';
import type { RescueButtonProps } from './rescue-button.tsx';

/** Most phones never need this, so they do not carry it at the first load. */
const RescueButton = lazyPage(() => import('./rescue-button.tsx'), 'RescueButton');

/** Offers a sealed file of somebody's saved work, fetched only where it is offered. */
export const RescueOffer = (props: RescueButtonProps) => (
  <Suspense fallback={null}>
    <RescueButton {...props} />
  </Suspense>
);
