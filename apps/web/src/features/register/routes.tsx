import type { AppRoute } from '../../platform/app-route.ts';
import { BuildingPage } from './building-page.tsx';
import { EditDoorPage } from './edit-door-page.tsx';
import { EditHouseholdPage } from './edit-household-page.tsx';
import { EditMemberPage } from './edit-member-page.tsx';
import { EndHouseholdPage } from './end-household-page.tsx';
import { EndMembershipPage } from './end-membership-page.tsx';
import { HouseholdPage } from './household-page.tsx';
import { MemberPage } from './member-page.tsx';
import { MoveHouseholdPage } from './move-household-page.tsx';
import { NewDoorPage } from './new-door-page.tsx';
import { NewHouseholdPage } from './new-household-page.tsx';
import { NewMemberPage } from './new-member-page.tsx';
import { RegisterPage } from './register-page.tsx';
import { SortDoorsPage } from './sort-doors-page.tsx';

/** The pages of the register: places, doors, households and their members. */
export const registerRoutes: readonly AppRoute[] = [
  { path: '/register', page: RegisterPage },
  { path: '/register/building/:buildingId', page: BuildingPage },
  { path: '/building/:unitId/new-door', page: NewDoorPage },
  { path: '/building/:buildingId/sort', page: SortDoorsPage },
  { path: '/door/:dwellingId', page: HouseholdPage },
  { path: '/door/:dwellingId/edit', page: EditDoorPage },
  { path: '/door/:dwellingId/new-household', page: NewHouseholdPage },
  { path: '/household/:householdId/edit', page: EditHouseholdPage },
  { path: '/household/:householdId/new-member', page: NewMemberPage },
  { path: '/household/:householdId/move', page: MoveHouseholdPage },
  { path: '/household/:householdId/end', page: EndHouseholdPage },
  { path: '/member/:membershipId', page: MemberPage },
  { path: '/member/:membershipId/edit', page: EditMemberPage },
  { path: '/member/:membershipId/end', page: EndMembershipPage },
];
