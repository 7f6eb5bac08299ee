import type { DeskMessages } from '../../locale/desk-messages.ts';

/** Is one line of the desk's navigation: where it leads and the pages it stands for. */
export interface DeskView {
  readonly view: keyof DeskMessages['desk']['nav'];
  readonly href: string;
  readonly below: readonly string[];
}

/** Lists the views of the desk. Visits and help are read as their ledgers. */
export const deskViews: readonly DeskView[] = [
  { view: 'register', href: '/desk/register', below: ['/desk/register', '/desk/held'] },
  { view: 'visits', href: '/desk/ledgers/visits', below: ['/desk/ledgers/visits'] },
  { view: 'help', href: '/desk/ledgers/help', below: ['/desk/ledgers/help'] },
  { view: 'ledgers', href: '/desk/ledgers/residents', below: ['/desk/ledgers/residents', '/desk/ledgers/grid-log'] },
  { view: 'questions', href: '/desk/question-sets', below: ['/desk/question-sets'] },
  { view: 'imports', href: '/desk/imports', below: ['/desk/imports'] },
  { view: 'people', href: '/desk/units', below: ['/desk/units', '/desk/accounts', '/desk/cadences', '/desk/rescues'] },
  { view: 'audit', href: '/desk/audit', below: ['/desk/audit'] },
];
