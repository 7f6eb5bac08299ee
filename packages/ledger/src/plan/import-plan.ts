import type { Dwelling, FieldMap, Household, Membership, Person, RecordName, Tag, Unit } from '@lianxin/domain';

/** Is everything the register already holds of one community. Ended memberships belong to it: the dead are not brought back by an old file. */
export interface ExistingRegister {
  readonly units: readonly Unit[];
  readonly dwellings: readonly Dwelling[];
  readonly households: readonly Household[];
  readonly persons: readonly Person[];
  readonly memberships: readonly Membership[];
  readonly tags: readonly Tag[];
}

/** Is what the administrator has decided about an import. */
export interface ImportChoices {
  /** The grid that every building goes to unless it is named in `gridByBuilding`. */
  readonly defaultGridId: string;
  /** Maps a building's key, as `ImportPlan.buildings` lists it, to the id of a grid. */
  readonly gridByBuilding: Readonly<Record<string, string>>;
  /** Maps a question's id to its answer; without one the person waits and nothing is planned for them. */
  readonly answers: Readonly<Record<string, SamePersonAnswer>>;
}

/** Says whether a row and a person of the register are one. */
export type SamePersonAnswer = 'same' | 'different';

/** Is what planning needs from outside. `hash` is keyed, so that nothing planned can be turned back into an ID number. */
export interface PlanTools {
  readonly newId: () => string;
  readonly hash: (text: string) => string;
  /** Says where tags come from, e.g. the file's name. */
  readonly source: string;
}

/** Is one record to create. The clear ID number travels beside the fields, for the server to seal. */
export interface PlannedCreate {
  readonly record: RecordName;
  readonly id: string;
  readonly fields: FieldMap;
  readonly identityNumber?: string;
}

/** Is the changed fields of one existing record. */
export interface PlannedEdit extends PlannedCreate {}

/** Asks a person whether a row and a known person are one. */
export interface PlanQuestion {
  readonly id: string;
  /** `sameName` = same name at the same door without number or phone; `sameNumber` = the number stands on somebody else. */
  readonly kind: 'sameName' | 'sameNumber';
  readonly sheet: string;
  readonly row: number;
  readonly door: string;
  readonly name: string;
  readonly personId: string;
  readonly answer: SamePersonAnswer | null;
}

/** Is one building of the ledger and the grid it goes to. */
export interface PlannedBuilding {
  readonly key: string;
  readonly label: string;
  readonly unitId: string;
  readonly gridId: string;
  readonly isNew: boolean;
  readonly dwellings: number;
}

/** Says which records a row of the file stands for, for the export in the same shape. `row` counts from 1. */
export interface ImportedRow {
  readonly sheet: string;
  readonly row: number;
  readonly dwellingId: string;
  /** Null where the door is empty. */
  readonly householdId: string | null;
  /** The people named in the row, in the order they were read; null for somebody who waits for an answer. */
  readonly personIds: readonly (string | null)[];
}

/** Counts what confirming the plan would do. */
export interface PlanCounts {
  readonly newBuildings: number;
  readonly newDwellings: number;
  readonly newHouseholds: number;
  readonly newPeople: number;
  readonly changedPeople: number;
  readonly unchangedPeople: number;
  readonly waitingPeople: number;
}

/** Is what an import would write, all of it or nothing. An empty plan means that the file changes nothing. */
export interface ImportPlan {
  readonly creates: readonly PlannedCreate[];
  readonly edits: readonly PlannedEdit[];
  readonly questions: readonly PlanQuestion[];
  readonly buildings: readonly PlannedBuilding[];
  readonly rows: readonly ImportedRow[];
  readonly counts: PlanCounts;
}
