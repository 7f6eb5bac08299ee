import { dates } from './zh-cn/dates.ts';
import { errors, outcomeReasons } from './zh-cn/errors.ts';
import { held } from './zh-cn/held.ts';
import { help } from './zh-cn/help.ts';
import { needs } from './zh-cn/needs.ts';
import { register } from './zh-cn/register.ts';
import { settings } from './zh-cn/settings.ts';
import { shell } from './zh-cn/shell.ts';
import { signIn } from './zh-cn/sign-in.ts';
import { storage } from './zh-cn/storage.ts';
import { syncStatus } from './zh-cn/sync-status.ts';
import { ui } from './zh-cn/ui.ts';
import { visit } from './zh-cn/visit.ts';

const zhCn = {
  ui,
  dates,
  errors,
  outcomeReasons,
  shell,
  signIn,
  register,
  visit,
  needs,
  help,
  held,
  syncStatus,
  settings,
  storage,
};

/** Every sentence of the phone has this shape; another language is another object of the same type. */
export type Messages = typeof zhCn;

/** The sentences of the language in use. The desk has its own, so that a phone never carries them. */
export const t: Messages = zhCn;
