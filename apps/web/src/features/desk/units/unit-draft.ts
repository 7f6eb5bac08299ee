import type { UnitKind } from '@lianxin/domain';
import type { NewUnit, UnitChange, UnitNode } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';

/** Is what a form holds about a unit while it is being typed. */
export interface UnitDraft {
  readonly name: string;
  readonly code: string;
  readonly estate: string;
  readonly layout: 'matrix' | 'list' | null;
  readonly floors: number | null;
  readonly supervisionPhone: string;
  readonly duty: string;
}

/** Names the fields that make sense for a level: the estate, the floors and how doors are drawn belong to a building, what notices print to grids and communities. */
export const draftFields = (kind: UnitKind): readonly (keyof UnitDraft)[] => {
  if (kind === 'building') return ['name', 'estate', 'layout', 'floors'];
  if (kind === 'entrance') return ['name'];
  const isOnNotices = kind === 'grid' || kind === 'community' || kind === 'village';
  return isOnNotices ? ['name', 'code', 'supervisionPhone', 'duty'] : ['name', 'code'];
};

/** Begins a form, empty or with what is known. */
export const draftOf = (unit: UnitNode | null): UnitDraft => ({
  name: unit?.name ?? '',
  code: unit?.code ?? '',
  estate: unit?.estate ?? '',
  layout: unit?.layout ?? null,
  floors: unit?.floors ?? null,
  supervisionPhone: unit?.supervisionPhone ?? '',
  duty: unit?.duty ?? '',
});

/** Tells what must be mended before the form can be sent, by field. */
export const draftErrors = ({ name, floors }: UnitDraft): Partial<Record<keyof UnitDraft, string>> => ({
  ...(name.trim() === '' ? { name: tDesk.units.nameMissing } : {}),
  ...(floors !== null && floors > 200 ? { floors: tDesk.units.floorsWrong } : {}),
});

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const valuesOf = (kind: UnitKind, draft: UnitDraft): UnitChange & { readonly name: string } => {
  const { layout, floors } = draft;
  const texts = { code: draft.code, estate: draft.estate, supervisionPhone: draft.supervisionPhone, duty: draft.duty };
  const written = Object.entries(texts).map(([field, text]) => [field, textOrNull(text)]);
  const values = { ...Object.fromEntries(written), layout, floors };
  const asked = Object.entries(values).filter(([field]) => draftFields(kind).some((known) => known === field));
  return { name: draft.name.trim(), ...Object.fromEntries(asked) };
};

/** Turns a form into a new unit below another. */
export const draftToNewUnit = (kind: UnitKind, parentId: string | null, draft: UnitDraft): NewUnit => ({
  kind,
  parentId,
  ...valuesOf(kind, draft),
});

/** Turns a form into the change of a unit. */
export const draftToChange = (kind: UnitKind, draft: UnitDraft): UnitChange => valuesOf(kind, draft);
