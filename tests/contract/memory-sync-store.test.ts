import { randomUUID } from 'node:crypto';
import { createMemoryServer, createTown } from '@lianxin/testkit';
import { describeSyncStore } from './sync-store.ts';

// What the simulator proves about the memory server counts for the real store only where both keep the same contract.
describeSyncStore('the memory server', async () => {
  const place = createTown();
  const { communityId } = place;
  const pageRows = 38;
  const server = createMemoryServer({ communityId, now: () => Date.now(), newId: () => randomUUID(), pageRows });
  server.load(place.rows);
  const post = (userId: string, gridId: string): void => server.post(userId, { gridIds: [gridId], isVolunteer: false });
  return {
    place,
    pageRows,
    connect: async (userId, gridId) => {
      post(userId, gridId);
      const session = { userId, userName: '钱向阳' };
      return {
        push: async (request) => server.push(session, request),
        pull: async (request) => {
          const answer = server.pull(session, {
            version: 1,
            schema: 1,
            communityId,
            ...request,
            have: { ...request.have },
          });
          return 'type' in answer ? 'behind' : answer;
        },
      };
    },
    move: async (userId, gridId) => post(userId, gridId),
    close: async () => undefined,
  };
});
