import { type MutationArguments, type MutationName, mutationArguments } from '@lianxin/protocol';
import { giveAnswers } from './answer-rules.ts';
import { endCode, issueCode } from './code-rules.ts';
import { decideConflict, editRecord } from './edit.ts';
import { decideHeld } from './held-rules.ts';
import { logHelp } from './help-rules.ts';
import { withHistory } from './history.ts';
import { identifyPerson } from './identify-rules.ts';
import { advanceNeed } from './need-rules.ts';
import { addPhoto, removePhoto } from './photo-rules.ts';
import {
  addDwelling,
  addHousehold,
  addMember,
  addTag,
  endHousehold,
  endMembership,
  endTag,
  moveHousehold,
} from './register-rules.ts';
import { mergeHouseholds, splitHousehold } from './regroup-household-rules.ts';
import { mergePersons, splitPerson } from './regroup-person-rules.ts';
import { type Decision, type MutationContext, type Reading, refuse } from './row.ts';
import { undoRegrouping } from './undo-regrouping.ts';
import { logVisit, raiseNeed } from './visit-rules.ts';
import { claimWish, finishWish, publishWish, releaseWish, withdrawWish } from './wish-rules.ts';

type Reducers = {
  readonly [N in MutationName]: (context: MutationContext, args: MutationArguments[N]) => Reading<Decision>;
};

const reducers: Reducers = {
  'visit.log': logVisit,
  'dwelling.add': addDwelling,
  'household.add': addHousehold,
  'household.move': moveHousehold,
  'household.end': endHousehold,
  'member.add': addMember,
  'membership.end': endMembership,
  'record.edit': (context, args) => editRecord(context, args, args.edits),
  'tag.add': addTag,
  'tag.end': endTag,
  'need.raise': raiseNeed,
  'need.advance': advanceNeed,
  'wish.publish': publishWish,
  'wish.claim': claimWish,
  'wish.release': releaseWish,
  'wish.finish': finishWish,
  'wish.withdraw': withdrawWish,
  'help.log': logHelp,
  'conflict.decide': decideConflict,
  'held.decide': (context, args) => decideHeld(context, args, reduceMutation),
  'answers.give': giveAnswers,
  'photo.add': addPhoto,
  'photo.remove': removePhoto,
  'code.issue': issueCode,
  'code.end': endCode,
  'household.split': splitHousehold,
  'household.merge': mergeHouseholds,
  'person.split': splitPerson,
  'person.merge': mergePersons,
  'regrouping.undo': undoRegrouping,
  'person.identify': identifyPerson,
};

/** Decides what a mutation does: checks the arguments of its version, then runs its rule. The same rules run on a phone (preview) and on the server (truth). */
export function* reduceMutation<N extends MutationName>(
  context: MutationContext,
  name: N,
  input: { readonly version: number; readonly args: unknown },
): Reading<Decision> {
  if (input.version !== 1) return { type: 'hold', reason: 'unknownMutation', subjects: [] };
  const parsed = mutationArguments[name][1].safeParse(input.args);
  if (!parsed.success) return refuse('invalid', parsed.error.issues[0]?.path.join('.') ?? null);
  // The table maps each name to the rule of exactly its own arguments; the compiler cannot follow that through a generic key.
  const decision = yield* reducers[name](context, parsed.data as MutationArguments[N]);
  const visitId = 'visitId' in parsed.data ? (parsed.data.visitId ?? null) : null;
  return yield* withHistory(context, { name, visitId }, decision);
}
