import type { AskedSet, QuestionSetProblem, Result } from '@lianxin/domain';
import type { QuestionSetDraft, QuestionSetVersion } from '@lianxin/protocol';
import type { DeskScope } from '../access/authorize.ts';
import type { LedgerFilter } from './ledger-port.ts';
import type { NotFound } from './refusals.ts';

/** Is a set that cannot be asked as it was written. */
export interface BadQuestionSet {
  readonly type: 'BadQuestionSet';
  readonly problem: QuestionSetProblem;
}

/** Says that somebody else saved a version meanwhile. */
export interface VersionChanged {
  readonly type: 'VersionChanged';
}

/** Is a version with what was answered to it at visits that count. */
export interface AnsweredVersion {
  readonly version: AskedSet;
  readonly sheets: number;
  /** The sums of its tallies by key. */
  readonly totals: Readonly<Record<string, number>>;
}

/** Keeps the question sets of communities. */
export interface QuestionSetStore {
  /** Lists every version, the shipped ones among them; the newest of each set first. */
  readonly list: (scope: DeskScope) => Promise<readonly QuestionSetVersion[]>;
  /** Writes a new version, so that phones hear of it. */
  readonly save: (
    scope: DeskScope,
    draft: QuestionSetDraft,
  ) => Promise<Result<null, NotFound | BadQuestionSet | VersionChanged>>;
  /** Ends a set, or begins it again. */
  readonly setActive: (
    scope: DeskScope,
    set: { readonly setKey: string; readonly isActive: boolean },
  ) => Promise<Result<null, NotFound>>;
  /** Lists the versions that were answered at the visits of a ledger, in the order of their sets. */
  readonly answered: (scope: DeskScope, filter: LedgerFilter) => Promise<readonly AnsweredVersion[]>;
}
