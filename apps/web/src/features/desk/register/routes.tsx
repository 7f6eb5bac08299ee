import type { AppRoute } from '../../../platform/app-route.ts';
import { RegisterPage } from './register-page.tsx';

/** Lists the page of the register at the desk. */
export const deskRegisterRoutes: readonly AppRoute[] = [{ path: '/desk/register', page: RegisterPage }];
