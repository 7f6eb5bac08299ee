import { desk } from './zh-cn/desk.ts';
import { accounts } from './zh-cn/desk-accounts.ts';
import { audit } from './zh-cn/desk-audit.ts';
import { erasures } from './zh-cn/desk-erasure.ts';
import { held } from './zh-cn/desk-held.ts';
import { imports } from './zh-cn/desk-import.ts';
import { ledgers } from './zh-cn/desk-ledgers.ts';
import { register } from './zh-cn/desk-register.ts';
import { rescues } from './zh-cn/desk-rescues.ts';
import { units } from './zh-cn/desk-units.ts';

const zhCn = { desk, units, accounts, imports, ledgers, register, held, audit, rescues, erasures };

/** The shape of every sentence of the desk. */
export type DeskMessages = typeof zhCn;

/** The sentences of the desk in the language in use, loaded with its pages. */
export const tDesk: DeskMessages = zhCn;
