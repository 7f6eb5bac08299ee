import type { register as zhCn } from '../zh-cn/desk-register.ts';
import { counted } from './numbers.ts';

export const register: typeof zhCn = {
  title: 'Register',
  search: 'Door, building or name',
  searchHint: 'Find a door or building',
  found: (value) => counted(value, 'door'),
  householdsTitle: 'Homes',
  caption: 'List of homes',
  columns: {
    grid: 'Grid',
    address: 'Door',
    head: 'Head',
    phone: 'Phone',
    members: 'People',
    openNeeds: 'Open needs',
    lastVisit: 'Last visit',
  },
  figures: {
    dwellings: 'doors',
    households: 'households',
    people: 'people',
    visits: 'visits this month',
    needs: 'open needs',
    held: 'to take over',
  },
  gridsTitle: 'Time since the last visit, by grid',
  gridsCaption: 'Doors of each grid',
  grids: {
    name: 'Grid',
    doors: 'Doors',
    within30: 'Within 30 days',
    within90: 'Within 90 days',
    more: 'Longer ago',
  },
  vacant: 'vacant',
  never: 'never',
  next: 'Next page',
  first: 'Back to the first page',
  readOnly: 'Here you can only look; names and phones are masked. The register is changed on the phone, at the door.',
  empty: {
    title: 'The register is still empty',
    body: 'Import last year’s ledger, and you have buildings, doors, households and people.',
    action: 'Import',
  },
  nothing: { title: 'Nothing found', body: 'Type less, or choose another grid.' },
};
