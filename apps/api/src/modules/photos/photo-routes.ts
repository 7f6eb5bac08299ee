import { isPhotoHash } from '@lianxin/domain';
import { photoPartBytes, photoStateSchema } from '@lianxin/protocol';
import * as z from 'zod/mini';
import { authorizeSync } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { readBytes } from '../../http/read-body.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { PhotoName } from '../../photos/photo-folder.ts';

const inCommunity = z.object({ community: z.string() });
const part = z.object({ community: z.string(), from: z.coerce.number<string>().check(z.int(), z.nonnegative()) });

/** A picture is never run or drawn as a page of ours, and stays in no cache. */
const pictureHeaders = (sha256: string) => ({
  'content-type': 'image/jpeg',
  'content-disposition': `attachment; filename="${sha256.slice(0, 12)}.jpg"`,
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
});

/** Takes pictures in and hands them out, to those who may see a record that names them. */
export const photoRoutes = ({ store }: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'lookAtPhoto',
    access: 'signedIn',
    summary: 'Tells how much of a photo the server has',
    query: inCommunity,
    answer: photoStateSchema,
    handle: async ({ caller, query, param }) => {
      const photo = nameOf(query.community, param('hash'));
      const state = photo && (await store.photos.state(authorizeSync(caller), photo));
      return state === undefined ? problem('notFound') : Response.json(state);
    },
  }),
  defineRoute({
    name: 'putPhotoPart',
    access: 'signedIn',
    summary: 'Takes the next bytes of a photo (image/jpeg, at most 64 KB) at the offset that the server has come to',
    query: part,
    answer: photoStateSchema,
    handle: async ({ caller, query, param, context }) => {
      const photo = nameOf(query.community, param('hash'));
      const scope = authorizeSync(caller);
      // Before the body: whoever may not write here is not listened to.
      if (photo === undefined || (await store.photos.state(scope, photo)) === undefined) return problem('notFound');
      const bytes = await readBytes(context.req.raw, photoPartBytes);
      if (!bytes.ok) return bytes.error;
      const added = await store.photos.add(scope, photo, { from: query.from, bytes: bytes.value });
      if (added.ok) return Response.json(added.value);
      return problem(added.error.type === 'PhotoRefused' ? 'photoRefused' : 'notFound');
    },
  }),
  defineRoute({
    name: 'getPhoto',
    access: 'signedIn',
    summary: 'Hands out a photo to those in scope of a record that names it',
    query: inCommunity,
    handle: async ({ caller, query, param }) => {
      const photo = nameOf(query.community, param('hash'));
      const bytes = photo && (await store.photos.read(authorizeSync(caller), photo));
      if (photo === undefined || bytes === undefined) return problem('notFound');
      return new Response(bytes, { headers: pictureHeaders(photo.sha256) });
    },
  }),
];

/** Nothing but a hash and an id gets any further. */
const nameOf = (communityId: string, sha256: string): PhotoName | undefined =>
  isPhotoHash(sha256) && /^[A-Za-z0-9_-]{16,64}$/.test(communityId) ? { communityId, sha256 } : undefined;
