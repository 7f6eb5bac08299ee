import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type AnswerSchema, type ApiFailure, callApi } from '../../storage/api-client.ts';
import { markSignedOut } from '../../storage/device-session.ts';
import { topicOf } from './answer-topic.ts';

/** Is an answer of the server on its way, missing, or here. */
export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: ApiFailure; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: T; readonly isStale: boolean };

export interface AnswerOptions<T> {
  /** Asks again after this many milliseconds while an answer says that there is more to come. */
  readonly refetchMs?: (value: T) => number | false;
  /** Shows the answer to the former question, marked stale, until the new one is here: a table does not blink while it is filtered. */
  readonly keepFormer?: boolean;
}

class AnswerFailed extends Error {
  readonly failure: ApiFailure;
  constructor(failure: ApiFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Asks the server and asks again when the page comes back or something was changed; a null path asks nothing. */
export const useAnswer = <T>(
  path: string | null,
  schema: AnswerSchema<T>,
  options: AnswerOptions<T> = {},
): Answer<T> => {
  const { refetchMs, keepFormer } = options;
  const query = useQuery<T, AnswerFailed>({
    queryKey: [topicOf(path ?? ''), path],
    enabled: path !== null,
    ...(keepFormer ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: ({ state }) => (state.data === undefined ? false : (refetchMs?.(state.data) ?? false)),
    queryFn: async () => {
      const answer = await callApi(path ?? '', schema);
      if (answer.ok) return answer.value;
      if (answer.error.code === 'notSignedIn') markSignedOut();
      throw new AnswerFailed(answer.error);
    },
  });
  if (query.data !== undefined) return { state: 'ready', value: query.data, isStale: query.isPlaceholderData };
  if (query.error === null) return { state: 'loading' };
  return { state: 'failed', failure: query.error.failure, retry: () => void query.refetch() };
};
