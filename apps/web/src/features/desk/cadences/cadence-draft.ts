import type { CadenceDraft } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';

/** A cadence while it is typed: a number may be missing for a moment. */
export interface TypedCadence extends Omit<CadenceDraft, 'everyDays'> {
  readonly everyDays: number | null;
}

/** Starts a cadence of a community's own, after all others. */
export const newCadence = (others: readonly CadenceDraft[]): TypedCadence => ({
  id: null,
  presetKey: null,
  name: '',
  tagKinds: [],
  alsoTagKinds: [],
  minAge: null,
  everyDays: null,
  afterChangeDays: null,
  isActive: true,
  sortOrder: Math.min(1_000, Math.max(0, ...others.map(({ sortOrder }) => sortOrder)) + 10),
});

/** Names what is still wrong with a cadence, by its field. */
export type CadenceErrors = Partial<Record<'name' | 'minAge' | 'everyDays' | 'afterChangeDays', string>>;

const isWithin = (value: number | null, least: number, most: number): boolean =>
  value !== null && value >= least && value <= most;

/** Tells what is still wrong, in words. */
export const cadenceErrors = ({ name, minAge, everyDays, afterChangeDays }: TypedCadence): CadenceErrors => {
  const words = tDesk.cadences;
  return {
    ...(name.trim() === '' && { name: words.nameMissing }),
    ...(minAge !== null && !isWithin(minAge, 0, 130) && { minAge: words.minAgeWrong }),
    ...(!isWithin(everyDays, 1, 800) && { everyDays: words.everyDaysWrong }),
    ...(afterChangeDays !== null && !isWithin(afterChangeDays, 1, 60) && { afterChangeDays: words.afterChangeWrong }),
  };
};

/** Makes the cadence that is sent; null while something is missing. */
export const toCadence = (typed: TypedCadence): CadenceDraft | null => {
  const { everyDays } = typed;
  if (everyDays === null || Object.keys(cadenceErrors(typed)).length > 0) return null;
  return { ...typed, everyDays, name: typed.name.trim() };
};
