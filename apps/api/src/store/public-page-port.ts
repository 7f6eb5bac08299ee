import type { NoticeAnswer, WorkerCard } from '@lianxin/protocol';
import type { SyncScope } from '../access/authorize.ts';

/** Tells what is on paper and on the pages that anybody may open. */
export interface PublicPageStore {
  /** Tells who a worker is; undefined for a token that was never given, and for whoever works no grid any more. */
  readonly worker: (token: string) => Promise<WorkerCard | undefined>;
  /** Tells what a building's notice says, to those who work its grid or administer its community. */
  readonly notice: (
    scope: SyncScope,
    place: { readonly communityId: string; readonly unitId: string },
  ) => Promise<NoticeAnswer | undefined>;
  /** Tells the token of somebody's own public page; undefined for whoever works no grid. */
  readonly tokenOf: (scope: SyncScope) => Promise<string | undefined>;
}
