import type { Result } from '@lianxin/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type AnswerSchema, type ApiCall, type ApiFailure, callApi } from '../../storage/api-client.ts';
import { markSignedOut } from '../../storage/device-session.ts';
import type { AnswerTopic } from './answer-topic.ts';

export interface ChangeRequest<T> extends ApiCall {
  readonly path: string;
  readonly schema: AnswerSchema<T>;
  /** The topics whose answers the change makes old. */
  readonly outdates: readonly AnswerTopic[];
}

export interface Change {
  readonly send: <T>(request: ChangeRequest<T>) => Promise<Result<T, ApiFailure>>;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  readonly forgetFailure: () => void;
}

/** Sends changes to the server one at a time, and shows the answers they touch afresh. */
export const useChange = (): Change => {
  const cache = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const busy = useRef(false);
  const send = useCallback(
    async <T>({ path, schema, outdates, ...call }: ChangeRequest<T>): Promise<Result<T, ApiFailure>> => {
      // A second press must not invite or import a second time.
      if (busy.current) return { ok: false, error: { code: 'busy', status: 0 } };
      busy.current = true;
      setIsBusy(true);
      setFailure(null);
      const answer = await callApi(path, schema, call);
      busy.current = false;
      setIsBusy(false);
      if (!answer.ok) {
        setFailure(answer.error);
        if (answer.error.code === 'notSignedIn') markSignedOut();
        return answer;
      }
      await Promise.all(outdates.map((topic) => cache.invalidateQueries({ queryKey: [topic] })));
      return answer;
    },
    [cache],
  );
  const forgetFailure = useCallback(() => setFailure(null), []);
  return { send, isBusy, failure, forgetFailure };
};
