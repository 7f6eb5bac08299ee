import { findIdentifying, type IdentifyingFacts, type IdentifyingPiece } from '@lianxin/domain';
import type { Agreement, PublicText } from '../../storage/intents/wish-intents.ts';

/** A wish while it is being written. Neither the text nor the agreement is there before somebody gives it. */
export type WishDraft = {
  /** The id of the need to publish, or the kind of a new one. */
  readonly about: string | null;
  readonly what: string;
  readonly place: string;
  readonly timeWindow: string;
  readonly skill: string;
  readonly agreementWay: string | null;
  readonly agreementOn: string;
  readonly agreementNote: string;
};

export const emptyWishDraft = (about: string | null): WishDraft => ({
  about,
  what: '',
  place: '',
  timeWindow: '',
  skill: '',
  agreementWay: null,
  agreementOn: '',
  agreementNote: '',
});

/** Names the fields of a wish that something is wrong with. */
export type WishProblem =
  | 'whichMissing'
  | 'whatMissing'
  | 'agreementMissing'
  | 'agreementOnMissing'
  | 'agreementNoteMissing';

/** Lists what is still missing before a wish can be put up. An agreement needs its day and its giver; none needs neither. */
export const wishProblems = (draft: WishDraft): readonly WishProblem[] => {
  const agreed = draft.agreementWay !== null && draft.agreementWay !== 'none';
  const checks: readonly (readonly [WishProblem, boolean])[] = [
    ['whichMissing', draft.about === null],
    ['whatMissing', draft.what.trim() === ''],
    ['agreementMissing', draft.agreementWay === null],
    ['agreementOnMissing', agreed && draft.agreementOn === ''],
    ['agreementNoteMissing', agreed && draft.agreementNote.trim() === ''],
  ];
  return checks.flatMap(([problem, isMissing]) => (isMissing ? [problem] : []));
};

/** Finds what in the public part of a wish names or locates somebody. */
export const telltalePieces = (draft: WishDraft, known: IdentifyingFacts): readonly IdentifyingPiece[] =>
  findIdentifying([draft.what, draft.place, draft.timeWindow, draft.skill].join('\n'), known);

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Splits a draft into what volunteers read and what stays with the grid. */
export const toWishContent = (draft: WishDraft): { readonly text: PublicText; readonly agreement: Agreement } => ({
  text: {
    what: draft.what.trim(),
    place: textOrNull(draft.place),
    timeWindow: textOrNull(draft.timeWindow),
    skill: textOrNull(draft.skill),
  },
  agreement: {
    agreementWay: draft.agreementWay ?? 'none',
    agreementOn: textOrNull(draft.agreementOn),
    agreementNote: textOrNull(draft.agreementNote),
  },
});
