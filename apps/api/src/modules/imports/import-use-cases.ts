import { createHash } from 'node:crypto';
import { ok } from '@lianxin/domain';
import { type GivenHeader, isMisnamedText, type RememberedMapping } from '@lianxin/ledger';
import type { ConfirmImport, CorrectMapping, ImportAnswer, ImportPreview, SheetMapping } from '@lianxin/protocol';
import { authorizeDesk, type DeskScope } from '../../access/authorize.ts';
import type { Principal } from '../../access/principal.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import type { ImportProblem, KeptImport } from '../../store/desk-port.ts';
import type { NotFound } from '../../store/refusals.ts';
import { buildPreview, type PlanSetting, planConfirmed } from './build-preview.ts';
import type { ReadLedger } from './ledger-reading.ts';
import type { Upload } from './read-upload.ts';
import type { ReadingMemory } from './reading-memory.ts';
import type { WorkbookReader } from './workbook-reader.ts';

/** Is what imports work with: the deployment, and what was read last. */
export interface ImportDeps extends AppDeps {
  readonly readings: ReadingMemory;
}

/** Is an import within reach of the desk that asked for it. */
export interface FoundImport {
  readonly scope: DeskScope;
  readonly kept: KeptImport;
}

/** Finds an import; one of another community is told like one that does not exist. */
export const findImport = async (deps: AppDeps, principal: Principal, id: string): Promise<FoundImport | undefined> => {
  const { imports } = deps.store.desk;
  const communityId = await imports.communityOf(id);
  const scope = communityId === undefined ? undefined : authorizeDesk(principal, communityId);
  const kept = scope && (await imports.get(scope, id));
  return scope && kept && { scope, kept };
};

/** Takes a workbook in, reads it as the community's files were read before, and shows what it holds. */
export const takeUpload = async (deps: ImportDeps, principal: Principal, upload: Upload): Promise<Response> => {
  const scope = authorizeDesk(principal, upload.community);
  if (scope === undefined) return problem('notFound');
  const { imports } = deps.store.desk;
  const { file, fileName, gridByBuilding } = upload;
  if (isMisnamedText(file, fileName)) return problem('saveAsXlsx');
  const mapping = upload.mapping ?? (await imports.rememberedMappings(scope));
  const read = await deps.readWorkbook({ file, mapping });
  if (!read.ok) return problem(read.error.code, { detail: read.error.detail });
  const preview = await previewOf(deps, scope, { read: read.value, fileName, choices: { gridByBuilding } });
  const id = await imports.create(scope, {
    fileName,
    fileHash: createHash('sha256').update(file).digest('hex'),
    content: file,
    preview: JSON.stringify(preview),
    mapping: mappingOf(read.value),
    rows: rowsIn(preview),
  });
  deps.readings.keep(id, 1, read.value);
  return answerAfresh(deps, scope, { id, status: 201 });
};

/** Reads the file again with corrected columns or headings, which makes a new preview. */
export const correctMapping = async (
  deps: ImportDeps,
  { scope, kept }: FoundImport,
  correction: CorrectMapping,
): Promise<Response> => {
  const headers = (correction.headers ?? []).map(({ sheet, headerFirst, headerLast }) => ({
    sheet,
    start: headerFirst - 1,
    end: headerLast - 1,
  }));
  const mapping = withHeaderRows(correction.mapping, kept.mapping);
  const read = await deps.readWorkbook({ file: kept.content, mapping, headers });
  if (!read.ok) return problem(read.error.code, { detail: read.error.detail });
  if (!headers.every((header) => isTaken(read.value, header))) return problem('noHeaderFound');
  const preview = await previewOf(deps, scope, { read: read.value, fileName: kept.fileName, choices: {} });
  const next = { preview: JSON.stringify(preview), mapping: mappingOf(read.value), rows: rowsIn(preview) };
  const replaced = await deps.store.desk.imports.replacePreview(scope, kept.id, next);
  if (!replaced.ok) return refusal(replaced.error);
  // Had somebody else corrected it meanwhile, the import would be further on, and this would never be found.
  deps.readings.keep(kept.id, kept.revision + 1, read.value);
  return answerAfresh(deps, scope, { id: kept.id, status: 200 });
};

/** Writes an import; it is planned anew against the register of that moment. */
export const confirmImport = async (
  deps: ImportDeps,
  { scope, kept }: FoundImport,
  choices: ConfirmImport,
): Promise<Response> => {
  if (choices.revision !== undefined && choices.revision !== kept.revision) return problem('importChanged');
  const read = await readAgain(deps, kept);
  if (!read.ok) return problem(read.error.code, { detail: read.error.detail });
  if (read.value.workbook.sheets.length === 0) return problem('noHeaderFound');
  const setting = settingOf(deps, { fileName: kept.fileName, choices });
  const confirmed = await deps.store.desk.imports.confirm(scope, kept.id, (register) =>
    planConfirmed(read.value, register, setting),
  );
  if (!confirmed.ok) return refusal(confirmed.error);
  deps.readings.forget();
  return answerAfresh(deps, scope, { id: kept.id, status: 200 });
};

const readAgain = async (deps: ImportDeps, kept: KeptImport): ReturnType<WorkbookReader> => {
  const known = deps.readings.find(kept.id, kept.revision);
  return known === undefined ? deps.readWorkbook({ file: kept.content, mapping: kept.mapping }) : ok(known);
};

/** Forgets a preview that nobody confirmed. */
export const discardImport = async (deps: ImportDeps, { scope, kept }: FoundImport): Promise<Response> => {
  const discarded = await deps.store.desk.imports.discard(scope, kept.id);
  deps.readings.forget();
  return discarded.ok ? new Response(null, { status: 204 }) : refusal(discarded.error);
};

/** Shows an import as the desk sees it. */
export const describeImport = (kept: KeptImport): ImportAnswer => {
  const preview: ImportPreview = JSON.parse(kept.preview);
  const { id, communityId, fileName, createdAt, state, revision, progress } = kept;
  return { id, communityId, fileName, createdAt, state, revision, progress, preview };
};

const answerAfresh = async (
  deps: AppDeps,
  scope: DeskScope,
  shown: { readonly id: string; readonly status: number },
): Promise<Response> => {
  const kept = await deps.store.desk.imports.get(scope, shown.id);
  return kept === undefined ? problem('notFound') : Response.json(describeImport(kept), { status: shown.status });
};

const rowsIn = ({ sheets }: ImportPreview): number => sheets.reduce((sum, sheet) => sum + sheet.rows, 0);

const previewOf = async (
  deps: AppDeps,
  scope: DeskScope,
  input: { readonly read: ReadLedger; readonly fileName: string; readonly choices: PlanSetting['choices'] },
): Promise<ImportPreview> =>
  buildPreview(input.read, await deps.store.desk.readRegister(scope), settingOf(deps, input));

const settingOf = (
  deps: AppDeps,
  input: { readonly fileName: string; readonly choices: PlanSetting['choices'] },
): PlanSetting => ({
  choices: input.choices,
  newId: deps.newId,
  hash: deps.keyring.hashIdentityNumber,
  source: input.fileName.slice(0, 100),
});

const mappingOf = (read: ReadLedger): readonly RememberedMapping[] =>
  read.workbook.sheets.map((sheet) => ({
    signature: sheet.signature,
    targets: sheet.columns.map((column) => column.target),
    ...(sheet.isHeaderGiven ? { headerRows: sheet.header.end - sheet.header.start + 1 } : {}),
  }));

/** Headings that were pointed at stay where they are while columns are corrected. */
const withHeaderRows = (
  corrected: readonly SheetMapping[],
  kept: readonly RememberedMapping[],
): readonly RememberedMapping[] => {
  const given = kept.filter(({ headerRows }) => headerRows !== undefined);
  const isCorrected = ({ signature }: RememberedMapping): boolean =>
    corrected.some((shape) => shape.signature === signature);
  return [
    ...corrected.map((shape) => ({ ...given.find(({ signature }) => signature === shape.signature), ...shape })),
    ...given.filter((shape) => !isCorrected(shape)),
  ];
};

const isTaken = (read: ReadLedger, { sheet, start, end }: GivenHeader): boolean =>
  read.workbook.sheets.some(({ grid, header }) => grid.name === sheet && header.start === start && header.end === end);

const refusal = (error: NotFound | ImportProblem): Response => {
  if (error.type === 'NotFound') return problem('notFound');
  return problem(error.type === 'ImportChanged' ? 'importChanged' : 'importUndecided');
};
