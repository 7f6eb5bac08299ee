import type { AppRoute } from '../../../platform/app-route.ts';
import { lazyPage } from '../../../platform/lazy-page.tsx';

/** Lists the pages of question sets: all of them, and one being edited. */
export const questionSetRoutes: readonly AppRoute[] = [
  { path: '/desk/question-sets', page: lazyPage(() => import('./question-sets-page.tsx'), 'QuestionSetsPage') },
  { path: '/desk/question-sets/:setKey', page: lazyPage(() => import('./edit-set-page.tsx'), 'EditSetPage') },
];
