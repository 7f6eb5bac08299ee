import type { LedgerName } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import type { KeyFigure } from '../../../ui/key-figures.tsx';

type Figures = Readonly<Record<string, number>>;

const figure = (figures: Figures, key: keyof typeof tDesk.ledgers.figures): KeyFigure => ({
  key,
  value: tDesk.desk.count(figures[key] ?? 0),
  label: tDesk.ledgers.figures[key],
});

/** The share of doors of which it is known who lives there, or that nobody does; a ledger without doors has none. */
const coverageOf = (figures: Figures): readonly KeyFigure[] => {
  const doors = figures['doors'] ?? 0;
  const missing = figures['unknownDoors'] ?? 0;
  if (doors === 0) return [];
  const share = (doors - missing) / doors;
  return [{ key: 'coverage', value: tDesk.ledgers.percent(share), label: tDesk.ledgers.coverage(missing), share }];
};

const uncheckedOf = (figures: Figures): readonly KeyFigure[] => {
  const unchecked = figure(figures, 'unchecked');
  return [(figures['unchecked'] ?? 0) > 0 ? { ...unchecked, tone: 'soon' } : unchecked];
};

/** Sums up a ledger in the figures that people ask for. Hours are counted, nobody is ranked by them. */
export const ledgerFigures = (name: LedgerName, figures: Figures): readonly KeyFigure[] => {
  if (name === 'visits') return [figure(figures, 'visits'), figure(figures, 'doors')];
  if (name === 'grid-log') {
    return (['visitedHouseholds', 'needs', 'solved', 'told'] as const).map((key) => figure(figures, key));
  }
  if (name === 'help') {
    const hours = Math.round((figures['minutes'] ?? 0) / 6) / 10;
    return [
      figure(figures, 'helps'),
      { key: 'hours', value: tDesk.desk.count(hours), label: tDesk.ledgers.figures.hours },
      figure(figures, 'served'),
    ];
  }
  return [
    figure(figures, 'households'),
    figure(figures, 'people'),
    figure(figures, 'vacant'),
    ...coverageOf(figures),
    ...uncheckedOf(figures),
  ];
};
