import { buildingLayout, type CivilDate, type UnitKind, unitKind } from '@lianxin/domain';
import type { UnitNode } from '@lianxin/protocol';
import { codeLabel } from '../../../locale/labels.ts';
import type { TreeNode } from '../../../ui/tree.tsx';
import { compareUnits, isOpenOn } from '../communities.ts';

/** Lists the levels that may stand directly below each level. */
const kindsBelow: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  district: ['street'],
  street: ['community', 'village'],
  community: ['grid'],
  village: ['grid'],
  grid: ['building'],
  building: ['entrance'],
  entrance: [],
};

/** Lists the kinds that may be added below a unit; only whoever looks after the unit may add any. */
export const addableKinds = (unit: UnitNode): readonly UnitKind[] => (unit.canManage ? kindsBelow[unit.kind] : []);

/** Words the level of a unit. */
export const kindLabel = (kind: UnitKind): string => codeLabel(unitKind, kind);

/** Words how the doors of a building are drawn. */
export const layoutLabel = (layout: string): string => codeLabel(buildingLayout, layout);

export interface TreeView {
  readonly today: CivilDate;
  readonly showsClosed: boolean;
  readonly selectedId: string | null;
  readonly hrefOf: (id: string) => string;
  readonly closedNote: (on: CivilDate) => string;
}

/** Nests the flat list of units; a unit whose parent the session may not see stands at the top. */
export const nestUnits = (units: readonly UnitNode[], view: TreeView): readonly TreeNode[] => {
  const ids = new Set(units.map((unit) => unit.id));
  const below = new Map<string | null, UnitNode[]>();
  for (const unit of units) {
    if (!view.showsClosed && !isOpenOn(unit, view.today) && unit.id !== view.selectedId) continue;
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const nest = (parentId: string | null): readonly TreeNode[] =>
    [...(below.get(parentId) ?? [])].sort(compareUnits).map((unit) => ({
      key: unit.id,
      title: unit.name,
      ...noteOf(unit, view),
      href: view.hrefOf(unit.id),
      current: unit.id === view.selectedId,
      children: nest(unit.id),
    }));
  return nest(null);
};

const noteOf = (unit: UnitNode, view: TreeView): { readonly note?: string } => {
  const closed = unit.toOn !== null && !isOpenOn(unit, view.today) ? view.closedNote(unit.toOn) : '';
  const note = [unit.kind === 'building' && unit.estate !== unit.name ? unit.estate : '', closed]
    .filter(Boolean)
    .join(' · ');
  return note === '' ? {} : { note };
};

/** Lists a unit and everything above it that can be seen, the topmost first. */
const wayTo = (units: readonly UnitNode[], id: string): readonly UnitNode[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const way: UnitNode[] = [];
  for (let unit = byId.get(id); unit !== undefined && !way.includes(unit); unit = byId.get(unit.parentId ?? '')) {
    way.unshift(unit);
  }
  return way;
};

/** Names a unit so that two 第一网格 can be told apart: 石油路社区 第一网格. */
export const placeName = (units: readonly UnitNode[], id: string): string => {
  const way = wayTo(units, id);
  const from = way.findIndex((unit) => unit.kind === 'community' || unit.kind === 'village');
  return (from < 0 ? way.slice(-1) : way.slice(from)).map((unit) => unit.name).join(' ');
};
