import type { OverviewAnswer } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import type { KeyFigure } from '../../../ui/key-figures.tsx';

/** Sums up a community for the desk's first page; what waits for a person shows only when something does. */
export const registerFigures = ({ counts }: OverviewAnswer): readonly KeyFigure[] => {
  const { figures: words } = tDesk.register;
  const { count } = tDesk.desk;
  const held: KeyFigure = {
    key: 'held',
    value: count(counts.held),
    label: words.held,
    tone: 'soon',
    href: '/desk/held',
  };
  return [
    { key: 'households', value: count(counts.households), label: words.households },
    { key: 'people', value: count(counts.persons), label: words.people },
    { key: 'dwellings', value: count(counts.dwellings), label: words.dwellings },
    { key: 'visits', value: count(counts.visitsThisMonth), label: words.visits, href: '/desk/ledgers/visits' },
    { key: 'needs', value: count(counts.openNeeds), label: words.needs },
    ...(counts.held > 0 ? [held] : []),
  ];
};
