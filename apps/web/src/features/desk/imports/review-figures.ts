import type { ImportPreview } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import type { KeyFigure } from '../../../ui/key-figures.tsx';
import { buildingsWithoutGrid, gridCount, type ImportDecisions } from './import-decisions.ts';

/** Names the view of the buildings among what the review can show. */
export const buildingsView = 'buildings';

/** Sums up an import: households, people, empty doors, rows to look at, and the buildings with their grids. */
export const reviewFigures = (
  preview: ImportPreview,
  decisions: ImportDecisions,
  buildingsHref: string,
): readonly KeyFigure[] => {
  const { figures: words } = tDesk.imports;
  const { count } = tDesk.desk;
  const { counts, changes, buildings } = preview;
  const looks = counts['lookRows'] ?? 0;
  const isMissingGrid = buildingsWithoutGrid(preview, decisions).length > 0;
  return [
    {
      key: 'households',
      value: count(counts['households'] ?? 0),
      label: words.households(changes['newHouseholds'] ?? 0),
    },
    { key: 'people', value: count(counts['personRows'] ?? 0), label: words.people },
    { key: 'emptyDoors', value: count(counts['vacantDoors'] ?? 0), label: words.emptyDoors },
    {
      key: 'toLookAt',
      value: count(looks),
      label: words.toLookAt,
      ...(looks > 0 ? { tone: 'soon' as const } : {}),
    },
    {
      key: 'buildings',
      value: count(buildings.length),
      label: words.buildings(gridCount(preview, decisions)),
      href: buildingsHref,
      ...(isMissingGrid ? { tone: 'soon' as const } : {}),
    },
  ];
};

const isWriting = (name: string): boolean => name.startsWith('new') || name.startsWith('changed');

/** Says whether confirming would write nothing: the file says what the register says. */
export const changesNothing = ({ changes }: ImportPreview): boolean =>
  Object.entries(changes).every(([name, value]) => !isWriting(name) || value === 0);

/** Lists what was or would be written, worded where it has words, empty ones left out. */
export const changeFigures = ({ changes }: ImportPreview): readonly KeyFigure[] => {
  const words: Readonly<Record<string, string>> = tDesk.imports.result.changes;
  return Object.entries(words).flatMap(([name, label]) => {
    const value = changes[name] ?? 0;
    return value === 0 ? [] : [{ key: name, value: tDesk.desk.count(value), label }];
  });
};
