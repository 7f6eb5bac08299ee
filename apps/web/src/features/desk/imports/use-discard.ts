import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { AnswerSchema, ApiFailure } from '../../../storage/api-client.ts';
import { useChange } from '../use-change.ts';

const noAnswer: AnswerSchema<null> = { safeParse: () => ({ success: true, data: null }) };

export interface Discarding {
  readonly discard: () => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
}

/** Gives up an import that nobody confirmed; the server forgets the file. */
export const useDiscard = (id: string): Discarding => {
  const { send, isBusy, failure } = useChange();
  const [, navigate] = useLocation();
  const cache = useQueryClient();
  const discard = async () => {
    const gone = await send({ path: `/imports/${id}`, method: 'DELETE', schema: noAnswer, outdates: [] });
    if (!gone.ok) return;
    navigate('/desk/imports');
    // Only now: on the page that is left, the import would be asked for once more.
    await cache.invalidateQueries({ queryKey: ['imports'] });
  };
  return { discard, isBusy, failure };
};
