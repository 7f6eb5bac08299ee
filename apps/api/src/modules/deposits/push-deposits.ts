import { createHash } from 'node:crypto';
import { type Mutation, type MutationOutcome, maxPushMutations, schemaVersion } from '@lianxin/protocol';
import type { SyncScope } from '../../access/authorize.ts';
import type { PushedWork, SyncStore } from '../../store/port.ts';
import type { OpenedDeposit } from './open-deposit.ts';

/** Is deposits of one author from one phone's line of numbers, in the order in which they came. */
type Run = readonly [OpenedDeposit, ...OpenedDeposit[]];

/**
 * Pushes opened deposits as their authors would have: under the number each has on its own phone, so that the phone, when
 * it comes back, is answered with the stored outcomes and goes on counting. Tells the ids that are decided now.
 */
export const pushDeposits = async (sync: SyncStore, opened: readonly OpenedDeposit[]): Promise<ReadonlySet<string>> => {
  const decided = new Set<string>();
  for (const run of runsOf(opened)) for (const { id } of await pushRun(sync, run)) decided.add(id);
  return decided;
};

/**
 * Where the line stops (an earlier number never came, another phone has taken it over) the next deposit goes under a line
 * of its own: its work is wanted all the same, and its id keeps it from counting twice. The numbers of the phone's line
 * stay free for what may still come.
 */
const pushRun = async (sync: SyncStore, run: Run): Promise<readonly MutationOutcome[]> => {
  const outcomes = await push(sync, run[0], { mutations: run.map(({ content }) => content.mutation) });
  const stopped = run[outcomes.length];
  if (stopped === undefined) return outcomes;
  const alone = { ...stopped.content.mutation, n: 1 };
  outcomes.push(...(await push(sync, stopped, { mutations: [alone], replicaId: ownLine(stopped) })));
  const [next, ...rest] = run.slice(run.indexOf(stopped) + 1);
  return next === undefined ? outcomes : [...outcomes, ...(await pushRun(sync, [next, ...rest]))];
};

const push = async (
  sync: SyncStore,
  { scope, content }: OpenedDeposit,
  line: { readonly mutations: Mutation[]; readonly replicaId?: string },
): Promise<MutationOutcome[]> => {
  const work: PushedWork = {
    version: 1,
    schema: schemaVersion,
    communityId: content.communityId,
    // No epoch: the deposit may be older than a restored backup, and its work is wanted all the same.
    epoch: null,
    replicaId: line.replicaId ?? content.replicaId,
    mutations: line.mutations,
    left: null,
  };
  const answer = await sync.push(scope, work);
  return answer.ok ? [...answer.value.outcomes] : [];
};

/** The same deposit is the same line, however often it comes. */
const ownLine = ({ scope, content }: OpenedDeposit): string =>
  `deposit-${lineHash(scope, content.mutation.id).slice(0, 32)}`;

const lineHash = ({ accountId }: SyncScope, mutationId: string): string =>
  createHash('sha256').update(`${accountId}|${mutationId}`).digest('hex');

const runsOf = (opened: readonly OpenedDeposit[]): readonly Run[] => {
  const runs: [OpenedDeposit, ...OpenedDeposit[]][] = [];
  for (const deposit of opened) {
    const last = runs.at(-1);
    if (last !== undefined && last.length < maxPushMutations && isSameLine(last[0], deposit)) last.push(deposit);
    else runs.push([deposit]);
  }
  return runs;
};

const isSameLine = (one: OpenedDeposit, other: OpenedDeposit): boolean =>
  one.scope.accountId === other.scope.accountId &&
  one.scope.trustedUntil === other.scope.trustedUntil &&
  one.content.communityId === other.content.communityId &&
  one.content.replicaId === other.content.replicaId;
