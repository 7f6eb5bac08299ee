import { createHash, randomUUID } from 'node:crypto';
import type { Json } from '@lianxin/domain';
import { apiBase, photoPartBytes } from '@lianxin/protocol';
import type { TestApp, TestClient } from '../../apps/api/src/testing/test-app.ts';

/** Tells the name of a picture. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Builds the record of a photo as a phone sends it. */
export const photoOf = (
  bytes: Uint8Array,
  fields: Readonly<Record<string, Json>>,
): { readonly photo: { readonly id: string; readonly fields: Record<string, Json> } } => ({
  photo: {
    id: randomUUID(),
    fields: { sha256: sha256Of(bytes), bytes: bytes.length, width: 1200, height: 900, ...fields },
  },
});

/** Sends one part of a picture as a phone does. */
export const putPart = async (
  { app }: Pick<TestApp, 'app'>,
  client: TestClient,
  target: { readonly communityId: string; readonly sha256: string; readonly from: number },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const answer = await app.request(
    `http://127.0.0.1:8787${apiBase}/photos/${target.sha256}?community=${target.communityId}&from=${target.from}`,
    {
      method: 'PUT',
      headers: { host: '127.0.0.1:8787', 'content-type': 'image/jpeg', cookie: client.cookie() },
      body: bytes,
    },
  );
  return { status: answer.status, body: await answer.json() };
};

/** Sends a whole picture, part by part. */
export const putPhoto = async (
  started: Pick<TestApp, 'app'>,
  client: TestClient,
  communityId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  let last = { status: 0, body: {} as unknown };
  for (let from = 0; from < bytes.length; from += photoPartBytes) {
    const target = { communityId, sha256: sha256Of(bytes), from };
    last = await putPart(started, client, target, bytes.slice(from, from + photoPartBytes));
    if (last.status !== 200) return last;
  }
  return last;
};
