import { type Json, textsIn } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import type { Typed } from '../../steps/hand.ts';
import type { Play } from '../../steps/play.ts';
import type { Invariant } from '../invariant.ts';

/** No value that a person typed vanishes: it is current, kept as a loser, kept with a held or refused mutation, or was on the screen of who wrote over it. */
export const noLostValue: Invariant = {
  name: 'I7 no lost value',
  watch: (play) => ({
    atEnd: () => {
      const { rows, mutations } = play.world.server.space();
      // A record's history is read by whoever asks for it: a value that only it holds was put before nobody.
      const shown = [...rows.values()].filter(({ table }) => table !== 'fieldChange');
      const current = new Set(shown.flatMap(valuesOf));
      const replaced = replacedValues(play);
      for (const [id, { typed }] of play.saved) {
        if (!isApplied(play, id)) continue;
        const lost = typed.find(({ value }) => value !== '' && !current.has(value) && !replaced.has(value));
        if (lost !== undefined) return `${lost.value} of ${mutations.get(id)?.name} ${id} is gone`;
      }
      return null;
    },
  }),
};

/** What somebody said is one text of several in an answer sheet; held work keeps its arguments, which are no record. */
const valuesOf = ({ table, fields }: StoredRow): readonly Json[] =>
  table === 'answerSheet' ? textsIn(fields) : Object.values(fields);

const isApplied = ({ world }: Play, id: string): boolean => {
  const outcome = world.server.space().mutations.get(id)?.outcome.outcome;
  return outcome === 'applied' || outcome === 'merged';
};

/** Collects what applied work was typed over. Who saw a value of theirs that came to nothing had seen before what that one was typed over. */
const replacedValues = (play: Play): ReadonlySet<string> => {
  const replaced = new Set<string>();
  for (const [id, { typed }] of play.saved) if (isApplied(play, id)) for (const saw of sawOf(typed)) replaced.add(saw);
  for (const value of replaced) {
    for (const [id, { typed }] of play.saved) {
      if (!isApplied(play, id) && typed.some((one) => one.value === value))
        for (const saw of sawOf(typed)) replaced.add(saw);
    }
  }
  return replaced;
};

const sawOf = (typed: readonly Typed[]): readonly string[] => typed.flatMap((one) => one.saw ?? []);
