import { tDesk } from '../../locale/desk-messages.ts';
import { PickField } from '../../ui/pick-field.tsx';
import type { CommunityScopeValue } from './community-scope.tsx';
import { useFilters } from './use-filters.ts';

export interface CommunityPicksProps {
  readonly scope: CommunityScopeValue;
  /** Filters that make no sense any more in another community or grid, such as the page. */
  readonly resets?: Readonly<Record<string, null>>;
}

/** Picks the community and, inside it, one grid or all. */
export const CommunityPicks = ({ scope, resets = {} }: CommunityPicksProps) => {
  const { set } = useFilters();
  const { desk } = tDesk;
  return (
    <>
      <PickField
        label={desk.community}
        options={scope.communities.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={scope.community.id}
        onChange={(community) => set({ ...resets, community, grid: null })}
      />
      <PickField
        label={desk.grid}
        options={[
          { value: '', label: desk.allGrids },
          ...scope.grids.map((grid) => ({ value: grid.id, label: grid.name })),
        ]}
        value={scope.gridId ?? ''}
        onChange={(grid) => set({ ...resets, grid })}
      />
    </>
  );
};
