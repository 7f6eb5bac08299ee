import type { ImportPreview } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Note } from '../../../ui/note.tsx';
import { PickField } from '../../../ui/pick-field.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { defaultGridOf, gridOf, type ImportDecisions } from './import-decisions.ts';

export interface BuildingGridsProps {
  readonly preview: ImportPreview;
  readonly decisions: ImportDecisions;
  readonly decide: (changes: Partial<ImportDecisions>) => void;
}

type Building = ImportPreview['buildings'][number];

/** Asks which grid every building of the file lies in, with one grid for all that were not chosen. */
export const BuildingGrids = ({ preview, decisions, decide }: BuildingGridsProps) => {
  const words = tDesk.imports.grids;
  if (preview.grids.length === 0) return <Note tone="soon">{words.noGrids}</Note>;
  const grids = preview.grids.map(({ id, name }) => ({ value: id, label: name }));
  const choose = (key: string, gridId: string) => {
    const { [key]: _former, ...others } = decisions.gridByBuilding;
    decide({ gridByBuilding: gridId === '' ? others : { ...others, [key]: gridId } });
  };
  const gridCell = (building: Building) => {
    // Whoever already lies in a grid stays there: moving a building is not an import's work.
    if (!building.isNew) return gridName(preview, building.gridId ?? '');
    const chosen = decisions.gridByBuilding[building.key] ?? '';
    const otherwise = gridOf(preview, { ...decisions, gridByBuilding: {} }, building);
    return (
      <PickField
        label={words.gridOf(building.label)}
        options={[{ value: '', label: otherwise === null ? words.choose : gridName(preview, otherwise) }, ...grids]}
        value={chosen}
        onChange={(gridId) => choose(building.key, gridId)}
      />
    );
  };
  const columns: readonly TableColumn<Building>[] = [
    { key: 'building', header: words.building, cell: ({ label }) => label },
    { key: 'doors', header: words.doors, numeric: true, cell: ({ dwellings }) => tDesk.desk.count(dwellings) },
    { key: 'isNew', header: words.isNew, cell: ({ isNew }) => (isNew ? words.isNew : '') },
    { key: 'grid', header: words.grid, cell: gridCell },
  ];
  return (
    <>
      <FilterBar label={words.default}>
        <Sub>{words.default}</Sub>
        <PickField
          label={words.default}
          options={[{ value: '', label: words.noDefault }, ...grids]}
          value={defaultGridOf(preview, decisions) ?? ''}
          onChange={(gridId) => decide({ defaultGridId: gridId === '' ? null : gridId })}
        />
      </FilterBar>
      <Table caption={words.caption} columns={columns} rows={preview.buildings} rowKey={({ key }) => key} />
    </>
  );
};

const gridName = (preview: ImportPreview, id: string): string =>
  preview.grids.find((grid) => grid.id === id)?.name ?? '';
