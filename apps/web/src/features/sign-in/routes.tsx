import { invitationPath } from '@lianxin/protocol';
import type { AppRoute } from '../../platform/app-route.ts';
import { JoinPage } from './join-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** The pages that need no session. The short address is for typing from a card; links may carry the longer one. */
const joinPaths = [...new Set(['/join', invitationPath])];

export const signInRoutes: readonly AppRoute[] = [
  { path: '/sign-in', page: SignInPage },
  ...joinPaths.map((path) => ({ path, page: JoinPage })),
];
