import type { CivilDate } from '../kernel/civil-date.ts';
import type { Cadence } from './cadence.ts';

/** Is how often whom to visit, as it is reckoned with: a shipped preset, or the row that replaces one, or a community's own. */
export interface CadenceRule {
  /** The row that says so; null for a preset that nobody changed. */
  readonly id: string | null;
  readonly presetKey: string | null;
  readonly name: string;
  readonly tagKinds: readonly string[];
  readonly alsoTagKinds: readonly string[];
  readonly minAge: number | null;
  readonly everyDays: number;
  readonly afterChangeDays: number | null;
  readonly isActive: boolean;
  readonly sortOrder: number;
}

/** Is what a cadence looks at in a person: the groups and the age, never the name. */
export interface CadencePerson {
  readonly birthOn: CivilDate | null;
  /** The groups that hold now, with the day since when. */
  readonly tags: readonly { readonly kind: string; readonly fromOn: CivilDate | null }[];
}

/** Says whether a person belongs to a group. */
export const isOfGroup = ({ tags }: CadencePerson, tagKind: string): boolean =>
  tags.some(({ kind }) => kind === tagKind);

/** Reads a row as a rule; a row without a number of days asks for nothing. */
export const ruleOf = (row: Cadence): CadenceRule | null =>
  row.everyDays === null
    ? null
    : {
        id: row.id,
        presetKey: row.presetKey,
        name: row.name,
        tagKinds: row.tagKinds,
        alsoTagKinds: row.alsoTagKinds,
        minAge: row.minAge,
        everyDays: row.everyDays,
        afterChangeDays: row.afterChangeDays,
        isActive: row.isActive !== false,
        sortOrder: row.sortOrder ?? 0,
      };
