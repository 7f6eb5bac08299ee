import type { ColumnTarget } from '../recognise/ledger-field.ts';

/** Lists the columns that say something of the household and its door, not of one person in it. */
export const householdTargets: ReadonlySet<ColumnTarget> = new Set([
  'sequence',
  'grid',
  'estate',
  'villageGroup',
  'building',
  'entrance',
  'door',
  'address',
  'floor',
  'dwellingUse',
  'householdNo',
  'room',
  'movedInOn',
  'headName',
  'headPhone',
]);
