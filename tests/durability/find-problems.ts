import type { StoredMutation, StoredState } from './stored-state.ts';
import type { SentMutation, Witness } from './witness.ts';

/** Lists everything in which a server's database disagrees with what phones were promised; nothing when every promise was kept. */
export const findProblems = (stored: StoredState, witness: Witness): readonly string[] => [
  ...witness.contradictions,
  ...brokenReceipts(stored, witness),
  ...strangeMutations(stored, witness),
  ...brokenNumbering(stored),
  ...wrongEffects(stored, witness),
  ...(stored.integrity === 'ok' ? [] : [`the database file is damaged: ${stored.integrity}`]),
  ...(stored.isAuditIntact ? [] : ['the audit chain is broken']),
  ...stored.digestMismatches.map((bucket) => `the digest of ${bucket} is not that of its rows`),
];

const brokenReceipts = ({ mutations }: StoredState, { receipts, sent }: Witness): readonly string[] => {
  const byId = new Map(mutations.map((mutation) => [mutation.id, mutation]));
  return [...receipts.values()].flatMap((receipt) => {
    const kept = byId.get(receipt.id);
    if (kept === undefined) return [`lost: ${receipt.id} was acknowledged and is gone`];
    const isSame =
      kept.n === receipt.n &&
      kept.rev === receipt.rev &&
      kept.outcome === receipt.outcome &&
      kept.reason === receipt.reason &&
      kept.field === receipt.field &&
      kept.replicaId === sent.get(receipt.id)?.replicaId;
    return isSame ? [] : [`changed: ${receipt.id} was acknowledged as ${receipt.outcome} and is ${kept.outcome}`];
  });
};

const strangeMutations = ({ mutations }: StoredState, { sent }: Witness): readonly string[] =>
  mutations.filter(({ id }) => !sent.has(id)).map(({ id }) => `strange: ${id} was never sent`);

const brokenNumbering = ({ mutations, lastNs, seq }: StoredState): readonly string[] => {
  const numbers = new Map<string, number[]>([...lastNs.keys()].map((replicaId) => [replicaId, []]));
  for (const { replicaId, n } of mutations) {
    const own = numbers.get(replicaId) ?? [];
    own.push(n);
    numbers.set(replicaId, own);
  }
  const gaps = [...numbers].filter(([replicaId, ns]) => {
    ns.sort((a, b) => a - b);
    return ns.some((n, at) => n !== at + 1) || lastNs.get(replicaId) !== ns.length;
  });
  const revs = mutations.map(({ rev }) => rev);
  return [
    ...gaps.map(([replicaId]) => `numbering: the numbers of ${replicaId} are not 1 to the last one taken`),
    ...(new Set(revs).size === revs.length ? [] : ['numbering: two mutations have the same rev']),
    ...(revs.every((rev) => rev > 0 && rev <= seq) ? [] : ['numbering: a rev lies outside the history']),
  ];
};

/** Whether exactly the rows exist that the applied mutations make: one too few is a half mutation, one too many a second effect. */
const wrongEffects = ({ mutations, rows, conflicts }: StoredState, { sent }: Witness): readonly string[] => {
  const made = new Set([...sent.values()].flatMap(({ makes }) => makes));
  const due = new Set(mutations.filter(hasEffect).flatMap(({ id }) => sent.get(id)?.makes ?? []));
  const present = new Set(rows.filter((row) => made.has(row)));
  return [
    ...[...due].filter((row) => !present.has(row)).map((row) => `half: ${row} is missing and its mutation is applied`),
    ...[...present].filter((row) => !due.has(row)).map((row) => `half: ${row} exists and its mutation is not applied`),
    ...repeated(conflicts).map((conflict) => `twice: the losing value ${conflict}`),
  ];
};

const hasEffect = ({ outcome }: Pick<StoredMutation, 'outcome'>): boolean =>
  outcome === 'applied' || outcome === 'merged';

const repeated = (texts: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
};

/** Lists what was sent and never decided; after everybody has sent the rest, nothing. */
export const undecided = (witness: Witness): readonly SentMutation[] =>
  [...witness.sent.values()].filter(({ mutation }) => !witness.receipts.has(mutation.id));
