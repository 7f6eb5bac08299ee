import { createTextEraser, type TextEraser } from '@lianxin/domain';
import type { ErasedCounts, StayingCounts } from '@lianxin/protocol';
import { emptiedPerson, type StoredRow } from '@lianxin/sync/merge';
import type { Side } from './core.ts';
import { type ImportsToErase, importsToErase } from './erasure-imports.ts';
import { type ErasedPayload, erasePayloads } from './erasure-mutations.ts';
import { photosToErase } from './erasure-photos.ts';
import { emptyOwnRows, eraseWrittenTexts, holdsWords } from './erasure-rows.ts';
import type { ErasureSubject } from './erasure-subject.ts';

/** Is everything that an erasure changes, found before anything is changed. */
export interface ErasurePlan {
  readonly rows: readonly StoredRow[];
  /** The hashes of the pictures whose records are among the rows. */
  readonly pictures: readonly string[];
  readonly payloads: readonly ErasedPayload[];
  readonly imports: ImportsToErase;
  readonly removes: ErasedCounts;
  readonly stays: StayingCounts;
}

/** Finds what erasing a person changes; the look before an erasure and the erasure itself are the same walk. */
export function* planErasure(side: Side, subject: ErasureSubject, at: number): Generator<void, ErasurePlan, void> {
  const plain = createTextEraser(subject.values);
  const imports = importsToErase(side, subject, plain.all);
  const eraser = withFileNames(plain, imports.fileNames);
  const own = emptyOwnRows(subject, at);
  const photos = photosToErase(side, subject);
  const gone = new Set(photos.rows.map(({ id }) => id));
  const texts = (yield* eraseWrittenTexts(side, subject, eraser)).filter(({ id }) => !gone.has(id));
  const payloads = yield* erasePayloads(side, subject, eraser);
  return {
    rows: [...own, ...texts, ...photos.rows],
    pictures: photos.hashes,
    payloads,
    imports,
    removes: {
      ...countOwn(subject),
      texts: texts.length,
      photos: photos.rows.length,
      mutations: payloads.length,
      imports: imports.emptied.length + imports.discarded.length,
    },
    stays: countStaying(side, subject),
  };
}

/** A tag that an import made names the file it comes from, on whomever it lies; a file may be called after the person. */
const withFileNames = ({ all, numbers }: TextEraser, fileNames: ReadonlySet<string>): TextEraser => ({
  all,
  numbers: (text) => (fileNames.has(text) ? all(text) : numbers(text)),
});

const isAnswer = ({ table }: StoredRow): boolean => table === 'conflict' || table === 'heldWork';

const countOwn = ({ person, twins, own }: ErasureSubject): Pick<ErasedCounts, 'values' | 'waiting'> => {
  const values = [person, ...twins].flatMap((record) => {
    const emptied = emptiedPerson(record, 0);
    return Object.entries(record.fields).filter(
      ([field, value]) => value !== null && field !== 'erasedAt' && emptied.fields[field] !== value,
    );
  });
  const worded = own.filter(holdsWords);
  return {
    values: values.length + worded.filter((row) => !isAnswer(row)).length,
    waiting: worded.filter(isAnswer).length,
  };
};

const countStaying = (side: Side, { communityId, own, linkedIds, values }: ErasureSubject): StayingCounts => {
  const linked = (table: 'visits' | 'needs'): number =>
    side.sqlite
      .prepare<[string, string], number>(
        `SELECT count(*) FROM ${table} WHERE community_id = ? AND deleted = 0 AND id IN (SELECT value FROM json_each(?))`,
      )
      .pluck()
      .get(communityId, JSON.stringify([...linkedIds])) ?? 0;
  return {
    memberships: own.filter(({ table }) => table === 'membership').length,
    tags: own.filter(({ table }) => table === 'tag').length,
    visits: linked('visits'),
    needs: linked('needs'),
    mutations:
      side.sqlite
        .prepare<[string], number>('SELECT count(*) FROM mutations WHERE community_id = ?')
        .pluck()
        .get(communityId) ?? 0,
    sharedPhones: values.sharedNumbers.length,
  };
};
