import { type Answers, type CivilDate, civilDateAt, type Json, type Visit } from '@lianxin/domain';
import { mustNameRoom } from '../../storage/intents/must-name-room.ts';
import type { HeardNeed, MadeVisit } from '../../storage/intents/visit-intents.ts';

/** A need while its visit is being written: the kind is a chip, the rest is text. */
export interface DraftNeed {
  readonly kind: string;
  readonly detail: string;
  readonly dueOn: string;
}

/** A visit while it is being written. Nothing is chosen before somebody chooses it. */
export type VisitDraft = {
  readonly outcome: Visit['outcome'] | null;
  readonly way: Visit['way'];
  readonly householdId: string | null;
  readonly unchanged: boolean | null;
  readonly needs: readonly { readonly kind: string; readonly detail: string; readonly dueOn: string }[];
  readonly note: string;
  /** A late entry's moment as the phone's picker writes it, YYYY-MM-DDTHH:mm in China's time; null for a visit now. */
  readonly late: string | null;
  /** Answers by the household that gave them, so that none goes to another room: '' before a room is chosen. */
  readonly answers: Readonly<Record<string, GivenAnswers>>;
  /** What became of open needs that were due here, by their ids. */
  readonly followUps: Readonly<Record<string, DraftFollowUp>>;
  /** Facts that turned out different. */
  readonly changes: readonly DraftChange[];
  /** Photos taken for this visit, which rest on the phone already. */
  readonly photos: readonly DraftPhoto[];
};

/** Is what became of a need that was asked about again. */
export type DraftFollowUp = { readonly to: string; readonly answer: string };

/** Is a fact that turned out different. */
export type DraftChange = {
  readonly table: 'dwelling' | 'household' | 'person' | 'membership';
  readonly id: string;
  readonly field: string;
  /** The household that it was said of; null for what is true of the dwelling, whichever room the visit is to. */
  readonly householdId: string | null;
  readonly to: Json;
  /** What stood there when it was tapped, and up to which rev and own pending mutation that was seen: what came after it is somebody else's news. */
  readonly was: Json;
  readonly seen: number;
  readonly on: string | null;
};

/** Is a photo of a visit that is being written. */
export type DraftPhoto = {
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
};

/** Is what one household answered, by the key of the question set. */
export type GivenAnswers = Readonly<Record<string, Answers>>;

/** Tells what the visited household answered. What was answered before any room was chosen is the chosen room's, unless rooms have answered by themselves. */
export const answersHere = ({ householdId, answers }: VisitDraft): GivenAnswers => {
  const own = answers[householdId ?? ''];
  if (own !== undefined) return own;
  return Object.keys(answers).some((room) => room !== '') ? {} : (answers[''] ?? {});
};

/** Puts answers down as the visited household's. */
export const answerHere = ({ householdId, answers }: VisitDraft, given: GivenAnswers): VisitDraft['answers'] => ({
  ...answers,
  [householdId ?? '']: given,
});

/** Starts a visit with what is a fact already: the one household there, and that it is made at the door. */
export const emptyVisitDraft = (householdId: string | null): VisitDraft => ({
  outcome: null,
  way: 'door',
  householdId,
  unchanged: null,
  needs: [],
  note: '',
  late: null,
  answers: {},
  followUps: {},
  changes: [],
  photos: [],
});

/** Says whether nothing was written yet but for whom the visit is to: then one confirmation may say it all. */
export const isUntouched = (draft: VisitDraft): boolean =>
  JSON.stringify({ ...draft, householdId: null }) === JSON.stringify(emptyVisitDraft(null));

/** Names what keeps a visit from being saved. */
export type VisitProblem = 'outcomeMissing' | 'whichRoomFirst' | 'lateMissing' | 'lateFuture';

/** China keeps one civil time; what the picker shows is read as that, wherever the phone thinks it is. */
export const lateMoment = (late: string): number => Date.parse(`${late}:00+08:00`);

/** Tells on which day a visit was made: what is asked and what is found out there belongs to it, also when it is written down later. */
export const visitDay = ({ late }: VisitDraft, now: number): CivilDate => {
  const at = late === null ? Number.NaN : lateMoment(late);
  return civilDateAt(Number.isNaN(at) ? now : at);
};

/** Tells what is still wrong with a visit; null when it can be saved. */
export const visitProblem = (
  draft: VisitDraft,
  around: { readonly now: number; readonly households: number },
): VisitProblem | null => {
  if (draft.outcome === null) return 'outcomeMissing';
  if (draft.householdId === null && mustNameRoom(draft.outcome, around.households)) return 'whichRoomFirst';
  if (draft.late === null) return null;
  const at = lateMoment(draft.late);
  if (Number.isNaN(at)) return 'lateMissing';
  return at > around.now ? 'lateFuture' : null;
};

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const toHeardNeed = ({ kind, detail, dueOn }: DraftNeed): HeardNeed => ({
  kind,
  detail: textOrNull(detail),
  dueOn: textOrNull(dueOn),
});

/** Makes the visit that a draft without problems tells. */
export const toMadeVisit = (dwellingId: string, draft: VisitDraft, outcome: Visit['outcome']): MadeVisit => ({
  dwellingId,
  householdId: draft.householdId,
  outcome,
  way: draft.way,
  note: textOrNull(draft.note),
  unchanged: draft.unchanged,
  lateAt: draft.late === null ? null : lateMoment(draft.late),
  needs: draft.needs.map(toHeardNeed),
});
