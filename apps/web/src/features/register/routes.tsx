import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';
import { BuildingPage } from './building-page.tsx';
import { HouseholdPage } from './household-page.tsx';
import { MemberPage } from './member-page.tsx';
import { RegisterPage } from './register-page.tsx';

/** The pages of the register: places, doors, households and their members. */
export const registerRoutes: readonly AppRoute[] = [
  { path: '/register', page: RegisterPage },
  { path: '/register/building/:buildingId', page: BuildingPage },
  { path: '/building/:unitId/new-door', page: lazyPage(() => import('./new-door-page.tsx'), 'NewDoorPage') },
  { path: '/building/:buildingId/sort', page: lazyPage(() => import('./sort-doors-page.tsx'), 'SortDoorsPage') },
  { path: '/door/:dwellingId', page: HouseholdPage },
  { path: '/door/:dwellingId/edit', page: lazyPage(() => import('./edit-door-page.tsx'), 'EditDoorPage') },
  {
    path: '/door/:dwellingId/new-household',
    page: lazyPage(() => import('./new-household-page.tsx'), 'NewHouseholdPage'),
  },
  {
    path: '/household/:householdId/edit',
    page: lazyPage(() => import('./edit-household-page.tsx'), 'EditHouseholdPage'),
  },
  {
    path: '/household/:householdId/new-member',
    page: lazyPage(() => import('./new-member-page.tsx'), 'NewMemberPage'),
  },
  {
    path: '/household/:householdId/move',
    page: lazyPage(() => import('./move-household-page.tsx'), 'MoveHouseholdPage'),
  },
  { path: '/household/:householdId/end', page: lazyPage(() => import('./end-household-page.tsx'), 'EndHouseholdPage') },
  {
    path: '/household/:householdId/split',
    page: lazyPage(() => import('./split-household-page.tsx'), 'SplitHouseholdPage'),
  },
  {
    path: '/household/:householdId/merge',
    page: lazyPage(() => import('./merge-household-page.tsx'), 'MergeHouseholdPage'),
  },
  { path: '/member/:membershipId/split', page: lazyPage(() => import('./split-person-page.tsx'), 'SplitPersonPage') },
  { path: '/member/:membershipId/merge', page: lazyPage(() => import('./merge-person-page.tsx'), 'MergePersonPage') },
  { path: '/member/:membershipId', page: MemberPage },
  { path: '/member/:membershipId/edit', page: lazyPage(() => import('./edit-member-page.tsx'), 'EditMemberPage') },
  { path: '/member/:membershipId/end', page: lazyPage(() => import('./end-membership-page.tsx'), 'EndMembershipPage') },
];
