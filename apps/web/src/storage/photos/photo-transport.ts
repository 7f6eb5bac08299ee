import { type PhotoState, photoStateSchema } from '@lianxin/protocol';

/** Is what the server says about a picture: how far it has come, that it is unknown there, or why it cannot say. */
export type PhotoAnswer =
  | ({ readonly type: 'state' } & PhotoState)
  | { readonly type: 'unknown' }
  | { readonly type: 'refused' }
  | { readonly type: 'later' };

/** Carries pictures to the server and back. */
export interface PhotoTransport {
  readonly look: (sha256: string) => Promise<PhotoAnswer>;
  readonly send: (sha256: string, from: number, bytes: Uint8Array<ArrayBuffer>) => Promise<PhotoAnswer>;
  /** Fetches a picture; null when there is none for this account, undefined when the server cannot be reached. */
  readonly fetch: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null | undefined>;
}

/** Speaks to the server about the pictures of a community. Nothing about a picture stands in an address but its hash. */
export const createPhotoTransport = (communityId: string): PhotoTransport => {
  const call = async (path: string, init: RequestInit = {}): Promise<Response | null> => {
    try {
      const joined = path.includes('?') ? '&' : '?';
      const address = `/api/v1/photos/${path}${joined}community=${encodeURIComponent(communityId)}`;
      return await fetch(address, { credentials: 'same-origin', ...init });
    } catch {
      return null;
    }
  };
  return {
    look: async (sha256) => answerOf(await call(`${sha256}/state`)),
    send: async (sha256, from, bytes) =>
      answerOf(
        await call(`${sha256}?from=${from}`, { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: bytes }),
      ),
    fetch: async (sha256) => {
      const answer = await call(sha256);
      if (answer?.ok === true) return new Uint8Array(await answer.arrayBuffer());
      return answer?.status === 404 ? null : undefined;
    },
  };
};

const answerOf = async (answer: Response | null): Promise<PhotoAnswer> => {
  if (answer?.status === 404) return { type: 'unknown' };
  if (answer?.status === 422 || answer?.status === 413) return { type: 'refused' };
  if (answer?.ok !== true) return { type: 'later' };
  const parsed = photoStateSchema.safeParse(await answer.json().catch(() => null));
  return parsed.success ? { type: 'state', ...parsed.data } : { type: 'later' };
};
