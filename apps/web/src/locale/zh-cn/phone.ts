import { dates } from './dates.ts';
import { errors, outcomeReasons } from './errors.ts';
import { followUps } from './follow-ups.ts';
import { held } from './held.ts';
import { needs } from './needs.ts';
import { register } from './register.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { storage } from './storage.ts';
import { syncStatus } from './sync-status.ts';
import { ui } from './ui.ts';
import { visit } from './visit.ts';

/** Holds every sentence of the phone's first load, in Chinese; another language is another object of the same type. */
export const phone = {
  ui,
  dates,
  errors,
  outcomeReasons,
  shell,
  signIn,
  register,
  visit,
  needs,
  held,
  followUps,
  syncStatus,
  storage,
};
