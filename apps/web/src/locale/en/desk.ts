import type { desk as zhCn } from '../zh-cn/desk.ts';
import { count, percent } from './numbers.ts';

export const desk: typeof zhCn = {
  navLabel: 'Desk',
  nav: {
    register: 'Register',
    visits: 'Visits',
    help: 'Needs and help',
    ledgers: 'Ledgers',
    questions: 'Questions',
    imports: 'Import',
    people: 'Units and people',
    audit: 'Audit',
  },
  toPhone: 'Back to the phone pages',
  signOut: 'Sign out',
  signIn: 'Sign in',
  signedInAs: (name) => `${name} is signed in`,
  filters: 'Filters',
  community: 'Community or village',
  grid: 'Grid',
  allGrids: 'All grids',
  count,
  percent,
  offline: 'No contact with the server. The desk needs a network; records on phones are not affected.',
  failedTitle: 'Nothing was received',
  forAdministrators: {
    title: 'The desk is for administrators',
    body: 'Visits and help are on the phone pages. To manage units, people and ledgers, ask your administrator.',
  },
  noCommunity: {
    title: 'No community or village yet',
    body: 'First add one under “Units and people”; register and ledgers live there.',
    action: 'To units and people',
  },
  unsavedTitle: 'Not saved yet',
  unsavedBody: 'If you close this, what you filled in is gone.',
  unsavedLeave: 'Discard',
  unsavedStay: 'Go on',
};
