import { appendAudit } from '../store/sqlite/audit-log.ts';
import type { StoreCore } from '../store/sqlite/core.ts';
import { createSpaceWriter, spaceReader } from '../store/sqlite/space-writer.ts';

const communityId = 'community-of-the-test-0001';
const line = { actorId: null, actorName: null, action: 'written', communityId: null, subjectId: null, facts: {} };

/** Is a community that somebody writes in: every write takes a number of its history and a line of the audit. */
export interface CommunityAtWork {
  readonly communityId: string;
  readonly write: (times: number) => Promise<void>;
  readonly space: () => { readonly epoch: string; readonly seq: number; readonly safe: number };
}

/** Puts a community to work in an opened store. */
export const putToWork = async (core: StoreCore): Promise<CommunityAtWork> => {
  const spaces = createSpaceWriter(core);
  const read = spaceReader(core.reader.sqlite);
  await core.queue.run(() => {
    if (spaces.space(communityId) === undefined) spaces.create(communityId, core.newId());
  });
  return {
    communityId,
    space: () => read(communityId) ?? { epoch: '', seq: -1, safe: -1 },
    write: async (times) => {
      for (let at = 0; at < times; at += 1) {
        await core.queue.run(() => {
          spaces.nextRev(communityId);
          appendAudit(core.writer, line, at);
        });
      }
    },
  };
};
