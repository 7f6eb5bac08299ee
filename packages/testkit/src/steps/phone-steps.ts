import type { Result } from '@lianxin/domain';
import type { PullAnswer, PushAnswer, SegmentsAnswer } from '@lianxin/protocol';
import {
  type Intent,
  type LocalChange,
  type LocalState,
  type MutationTooLarge,
  type RowView,
  type StepLocal,
  stageMutations,
  takePage,
  takePushAnswer,
  takeSegments,
} from '@lianxin/sync/client';

/** Is the pure steps that a phone takes: the project's own, or the same with one mechanism switched off. */
export interface PhoneSteps {
  readonly stage: (
    state: LocalState,
    view: RowView,
    intents: readonly Intent[],
    stamp: Parameters<typeof stageMutations>[2],
  ) => Result<LocalChange, MutationTooLarge>;
  readonly takePushAnswer: (state: LocalState, answer: PushAnswer, local: StepLocal) => LocalChange | null;
  readonly takePage: (state: LocalState, rows: RowView, answer: PullAnswer, local: StepLocal) => LocalChange | null;
  readonly takeSegments: (state: LocalState, rows: RowView, answer: SegmentsAnswer) => LocalChange | null;
  /** Lists the local transactions that a change is written in. */
  readonly transactions: (change: LocalChange) => readonly LocalChange[];
}

/** Is the steps of a real phone. */
export const phoneSteps: PhoneSteps = {
  stage: (state, _view, intents, stamp) => stageMutations(state, intents, stamp),
  takePushAnswer,
  takePage,
  takeSegments,
  transactions: (change) => [change],
};
