import { confirmImportSchema, correctMappingSchema, importAnswerSchema, importsAnswerSchema } from '@lianxin/protocol';
import * as z from 'zod/mini';
import { authorizeDesk } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import {
  confirmImport,
  correctMapping,
  describeImport,
  discardImport,
  findImport,
  takeUpload,
} from './import-use-cases.ts';
import { readUpload } from './read-upload.ts';
import { createReadingMemory } from './reading-memory.ts';

/** Takes in ledgers: upload, look, correct, confirm. Nothing is written before the confirmation. */
export const importRoutes = (app: AppDeps): readonly Route[] => {
  const deps = { ...app, readings: createReadingMemory() };
  return [
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
        return upload.ok ? takeUpload(deps, caller.principal, upload.value) : upload.error;
      },
    }),
    defineRoute({
      name: 'getImport',
      access: 'admin',
      summary: 'Shows an import, and how far its writing has come',
      answer: importAnswerSchema,
      handle: async ({ caller, param }) => {
        const found = await findImport(deps, caller.principal, param('id'));
        return found === undefined ? problem('notFound') : Response.json(describeImport(found.kept));
      },
    }),
    defineRoute({
      name: 'correctMapping',
      access: 'admin',
      summary: 'Corrects what the columns hold and where the headings stand, which makes a new preview',
      body: correctMappingSchema,
      answer: importAnswerSchema,
      handle: async ({ caller, param, body }) => {
        const found = await findImport(deps, caller.principal, param('id'));
        return found === undefined ? problem('notFound') : correctMapping(deps, found, body);
      },
    }),
    defineRoute({
      name: 'discardImport',
      access: 'admin',
      summary: 'Forgets a preview that nobody confirmed, the file with it',
      handle: async ({ caller, param }) => {
        const found = await findImport(deps, caller.principal, param('id'));
        return found === undefined ? problem('notFound') : discardImport(deps, found);
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
        const found = await findImport(deps, caller.principal, param('id'));
        return found === undefined ? problem('notFound') : confirmImport(deps, found, body);
      },
    }),
  ];
};
