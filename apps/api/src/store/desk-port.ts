import type { Result } from '@lianxin/domain';
import type { ExistingRegister, ImportedRow, ImportPlan, RememberedMapping } from '@lianxin/ledger';
import type { CadenceDraft, CadencesAnswer, HeldAnswer, ImportsAnswer } from '@lianxin/protocol';
import type { DeskScope } from '../access/authorize.ts';
import type { LedgerStore } from './ledger-port.ts';
import type { QuestionSetStore } from './question-set-port.ts';
import type { NotFound } from './refusals.ts';

/** Is an upload to keep; `preview` is what the desk will be shown, as JSON. */
export interface NewImport {
  readonly fileName: string;
  readonly fileHash: string;
  readonly content: Uint8Array;
  readonly preview: string;
  readonly mapping: readonly RememberedMapping[];
  readonly rows: number;
}

/** Is an import as it is kept. */
export interface KeptImport {
  readonly id: string;
  readonly communityId: string;
  readonly fileName: string;
  readonly createdAt: number;
  readonly state: 'preview' | 'writing' | 'done' | 'failed';
  readonly revision: number;
  readonly content: Uint8Array;
  readonly preview: string;
  readonly mapping: readonly RememberedMapping[];
  /** Null until it is confirmed. */
  readonly importedRows: readonly ImportedRow[] | null;
  readonly progress: { readonly done: number; readonly total: number };
}

/** Is why a confirmed import is not written. */
export interface ImportProblem {
  readonly type: 'ImportChanged' | 'ImportUndecided';
}

/** Plans an import against the register as it is inside the writing transaction; pure. */
export type PlanAgainst = (register: ExistingRegister) => Result<ImportPlan, ImportProblem>;

/** Keeps imports: the files, how they were read, and what was written for them. */
export interface ImportStore {
  readonly create: (scope: DeskScope, upload: NewImport) => Promise<string>;
  /** Finds an import and the community it belongs to, for the check that comes next. */
  readonly communityOf: (id: string) => Promise<string | undefined>;
  readonly get: (scope: DeskScope, id: string) => Promise<KeptImport | undefined>;
  readonly list: (scope: DeskScope) => Promise<ImportsAnswer>;
  readonly replacePreview: (
    scope: DeskScope,
    id: string,
    next: Pick<NewImport, 'preview' | 'mapping' | 'rows'>,
  ) => Promise<Result<null, NotFound | ImportProblem>>;
  /** Deletes an import that nobody confirmed, the file with it. */
  readonly discard: (scope: DeskScope, id: string) => Promise<Result<null, NotFound | ImportProblem>>;
  /** Writes everything or nothing; readers see nothing of it before the end. */
  readonly confirm: (
    scope: DeskScope,
    id: string,
    plan: PlanAgainst,
  ) => Promise<Result<null, NotFound | ImportProblem>>;
  /** Tells how the community's columns were read before. */
  readonly rememberedMappings: (scope: DeskScope) => Promise<readonly RememberedMapping[]>;
  /** Finds the last confirmed import, for the export in the same shape. */
  readonly lastConfirmed: (scope: DeskScope) => Promise<KeptImport | undefined>;
}

/** Keeps how often whom to visit. */
export interface CadenceStore {
  readonly list: (scope: DeskScope) => Promise<CadencesAnswer>;
  /** Writes one cadence, so that phones hear of it; a preset is replaced by the row that names it. */
  readonly save: (scope: DeskScope, cadence: CadenceDraft) => Promise<Result<null, NotFound>>;
}

/** Reads and writes what the desk works with. */
export interface DeskStore {
  readonly imports: ImportStore;
  readonly cadences: CadenceStore;
  readonly ledgers: LedgerStore;
  readonly questionSets: QuestionSetStore;
  /** Lists what was held, without a value of it. */
  readonly held: (scope: DeskScope) => Promise<HeldAnswer>;
  readonly readRegister: (scope: DeskScope) => Promise<ExistingRegister>;
}
