import { recordTable } from './record-table.ts';

export const units = recordTable('unit');
export const dwellings = recordTable('dwelling');
export const households = recordTable('household');
export const persons = recordTable('person');
export const memberships = recordTable('membership');
export const tags = recordTable('tag');
export const visits = recordTable('visit');
export const needs = recordTable('need');
export const wishes = recordTable('wish');
export const wishNotices = recordTable('wishNotice');
export const householdCards = recordTable('householdCard');
export const helps = recordTable('help');
export const conflicts = recordTable('conflict');
export const heldWorks = recordTable('heldWork');
