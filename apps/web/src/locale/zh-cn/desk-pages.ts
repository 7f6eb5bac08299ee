import { desk } from './desk.ts';
import { accounts } from './desk-accounts.ts';
import { audit } from './desk-audit.ts';
import { cadences } from './desk-cadences.ts';
import { erasures } from './desk-erasure.ts';
import { held } from './desk-held.ts';
import { imports } from './desk-import.ts';
import { ledgers } from './desk-ledgers.ts';
import { register } from './desk-register.ts';
import { rescues } from './desk-rescues.ts';
import { units } from './desk-units.ts';

/** Holds every sentence of the desk, in Chinese. */
export const deskPages = {
  desk,
  units,
  accounts,
  imports,
  cadences,
  ledgers,
  register,
  held,
  audit,
  rescues,
  erasures,
};
