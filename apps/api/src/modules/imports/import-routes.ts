import { createHash } from 'node:crypto';
import type { RememberedMapping } from '@lianxin/ledger';
import {
  type ConfirmImport,
  confirmImportSchema,
  correctMappingSchema,
  type ImportAnswer,
  importAnswerSchema,
  importsAnswerSchema,
} from '@lianxin/protocol';
import * as z from 'zod/mini';
import { authorizeDesk, type DeskScope } from '../../access/authorize.ts';
import type { Principal } from '../../access/principal.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { ImportProblem, KeptImport } from '../../store/desk-port.ts';
import type { NotFound } from '../../store/refusals.ts';
import { buildPreview, type PlanSetting, type Preview, planConfirmed } from './build-preview.ts';
import type { ReadLedger } from './ledger-reading.ts';
import { readUpload } from './read-upload.ts';

/** Takes in ledgers: upload, look, correct, confirm. Nothing is written before the confirmation. */
export const importRoutes = (deps: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'listImports',
    access: 'admin',
    summary: 'Lists the imports of a community',
    query: z.object({ community: z.string() }),
    answer: importsAnswerSchema,
    handle: async ({ caller, query }) => {
      const scope = authorizeDesk(caller.principal, query.community);
      return scope === undefined ? problem('notFound') : Response.json(await deps.store.desk.imports.list(scope));
    },
  }),
  defineRoute({
    name: 'createImport',
    access: 'admin',
    summary:
      'Takes a workbook (multipart: file, community, optional mapping and gridByBuilding as JSON) and shows what it holds',
    parts: ['file', 'community', 'mapping', 'gridByBuilding'],
    answer: importAnswerSchema,
    handle: async ({ caller, context }) => {
      const upload = await readUpload(context.req.raw);
      if (!upload.ok) return upload.error;
      const scope = authorizeDesk(caller.principal, upload.value.community);
      if (scope === undefined) return problem('notFound');
      const { file, fileName, gridByBuilding } = upload.value;
      const mapping = upload.value.mapping ?? (await deps.store.desk.imports.rememberedMappings(scope));
      const read = await deps.readWorkbook({ file, mapping });
      if (!read.ok) return problem(read.error.code, { detail: read.error.detail });
      const preview = await previewOf(deps, scope, { read: read.value, fileName, choices: { gridByBuilding } });
      const id = await deps.store.desk.imports.create(scope, {
        fileName,
        fileHash: createHash('sha256').update(file).digest('hex'),
        content: file,
        preview: JSON.stringify(preview),
        mapping: mappingOf(read.value),
        rows: preview.sheets.reduce((sum, sheet) => sum + sheet.rows, 0),
      });
      return answerWith(deps, scope, { id, status: 201 });
    },
  }),
  defineRoute({
    name: 'getImport',
    access: 'admin',
    summary: 'Shows an import, and how far its writing has come',
    answer: importAnswerSchema,
    handle: async ({ caller, param }) => {
      const scope = await scopeOf(deps, caller.principal, param('id'));
      return scope === undefined ? problem('notFound') : answerWith(deps, scope, { id: param('id') });
    },
  }),
  defineRoute({
    name: 'correctMapping',
    access: 'admin',
    summary: 'Corrects what the columns hold, which makes a new preview',
    body: correctMappingSchema,
    answer: importAnswerSchema,
    handle: async ({ caller, param, body }) => {
      const id = param('id');
      const scope = await scopeOf(deps, caller.principal, id);
      const kept = scope && (await deps.store.desk.imports.get(scope, id));
      if (scope === undefined || kept === undefined) return problem('notFound');
      const read = await deps.readWorkbook({ file: kept.content, mapping: body.mapping });
      if (!read.ok) return problem(read.error.code, { detail: read.error.detail });
      const preview = await previewOf(deps, scope, { read: read.value, fileName: kept.fileName, choices: {} });
      const replaced = await deps.store.desk.imports.replacePreview(scope, id, {
        preview: JSON.stringify(preview),
        mapping: mappingOf(read.value),
      });
      return replaced.ok ? answerWith(deps, scope, { id }) : refusal(replaced.error);
    },
  }),
  defineRoute({
    name: 'confirmImport',
    access: 'admin',
    summary: 'Writes an import, all of it or nothing',
    body: confirmImportSchema,
    maxBytes: 512 * 1024,
    answer: importAnswerSchema,
    handle: async ({ caller, param, body }) => {
      const scope = await scopeOf(deps, caller.principal, param('id'));
      const kept = scope && (await deps.store.desk.imports.get(scope, param('id')));
      return scope === undefined || kept === undefined ? problem('notFound') : confirm(deps, scope, { kept, body });
    },
  }),
];

const confirm = async (
  deps: AppDeps,
  scope: DeskScope,
  input: { readonly kept: KeptImport; readonly body: ConfirmImport },
): Promise<Response> => {
  const { kept, body } = input;
  if (body.revision !== undefined && body.revision !== kept.revision) return problem('importChanged');
  const read = await deps.readWorkbook({ file: kept.content, mapping: kept.mapping });
  if (!read.ok) return problem(read.error.code, { detail: read.error.detail });
  const setting = settingOf(deps, { fileName: kept.fileName, choices: body });
  const confirmed = await deps.store.desk.imports.confirm(scope, kept.id, (register) =>
    planConfirmed(read.value, register, setting),
  );
  return confirmed.ok ? answerWith(deps, scope, { id: kept.id }) : refusal(confirmed.error);
};

/** An import of another community is told like one that does not exist. */
const scopeOf = async (deps: AppDeps, principal: Principal, id: string): Promise<DeskScope | undefined> => {
  const communityId = await deps.store.desk.imports.communityOf(id);
  return communityId === undefined ? undefined : authorizeDesk(principal, communityId);
};

const previewOf = async (
  deps: AppDeps,
  scope: DeskScope,
  input: { readonly read: ReadLedger; readonly fileName: string; readonly choices: PlanSetting['choices'] },
): Promise<Preview> => buildPreview(input.read, await deps.store.desk.readRegister(scope), settingOf(deps, input));

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
  }));

const answerWith = async (
  deps: AppDeps,
  scope: DeskScope,
  shown: { readonly id: string; readonly status?: number },
): Promise<Response> => {
  const kept = await deps.store.desk.imports.get(scope, shown.id);
  if (kept === undefined) return problem('notFound');
  const preview: Preview = JSON.parse(kept.preview);
  const { id, communityId, fileName, createdAt, state, revision, progress } = kept;
  const answer: ImportAnswer = { id, communityId, fileName, createdAt, state, revision, progress, ...preview };
  return Response.json(answer, { status: shown.status ?? 200 });
};

const refusal = (error: NotFound | ImportProblem): Response => {
  if (error.type === 'NotFound') return problem('notFound');
  return problem(error.type === 'ImportChanged' ? 'importChanged' : 'importUndecided');
};
