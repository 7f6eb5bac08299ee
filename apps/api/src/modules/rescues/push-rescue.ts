import { assert } from '@lianxin/domain';
import {
  type Mutation,
  type MutationOutcome,
  maxPushBytes,
  maxPushMutations,
  type RescueLine,
  schemaVersion,
} from '@lianxin/protocol';
import type { SyncScope } from '../../access/authorize.ts';
import type { SyncStore } from '../../store/port.ts';

/** Pushes a rescued line as its author would have: the same ids, in the same order, so that every mutation counts once, whoever comes first. */
export const pushRescue = async (
  sync: SyncStore,
  author: SyncScope,
  line: RescueLine & { readonly fileHash: string },
): Promise<readonly MutationOutcome[] | undefined> => {
  const outcomes: MutationOutcome[] = [];
  for (const mutations of batches(line.mutations)) {
    const answer = await sync.push(author, {
      version: 1,
      schema: schemaVersion,
      communityId: line.communityId,
      // No epoch: the file may be older than a restored backup, and its work is wanted all the same.
      epoch: null,
      replicaId: `rescue-${line.fileHash.slice(0, 32)}`,
      mutations: [...mutations],
      left: line.mutations.length - outcomes.length - mutations.length,
    });
    if (!answer.ok) return undefined;
    assert(answer.value.stop === null, `a rescued line was stopped: ${answer.value.stop}`);
    outcomes.push(...answer.value.outcomes);
  }
  return outcomes;
};

const batches = (mutations: readonly Mutation[]): readonly (readonly Mutation[])[] => {
  const all: Mutation[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const mutation of mutations) {
    const size = Buffer.byteLength(JSON.stringify(mutation));
    const last = all.at(-1);
    if (last === undefined || last.length === maxPushMutations || bytes + size > maxPushBytes / 2) {
      all.push([mutation]);
      bytes = size;
    } else {
      last.push(mutation);
      bytes += size;
    }
  }
  return all;
};
