import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

const key = z.string().check(z.maxLength(200));

/** Says for one sheet which rows are headings (counted from 0, both included) and which field each column holds; a column that is left out is ignored. */
export const sheetMappingSchema = z.strictObject({
  sheet: z.string().check(z.maxLength(200)),
  headerFirst: z.int().check(z.gte(0)),
  headerLast: z.int().check(z.gte(0)),
  /** Field names such as `person.name` by column, counted from 0. */
  columns: z.record(z.string().check(z.regex(/^\d{1,3}$/)), z.string().check(z.maxLength(60))),
});

/** Is how a workbook is read; kept with the community and offered again for the next file with the same headings. */
export const importMappingSchema = z.strictObject({
  sheets: z.array(sheetMappingSchema).check(z.minLength(1), z.maxLength(50)),
});

/** Corrects how a workbook is read, which makes a new preview. */
export const correctMappingSchema = z.strictObject({ mapping: importMappingSchema });

/** Says which person of the register a row means: a person's id, or `new`. */
export const importChoiceSchema = z.strictObject({ key, personId: z.nullable(idSchema) });

/** Confirms an import: a grid for every new building (`defaultGridId` for the rest) and an answer to every question. `revision` is the one of the preview that was read. */
export const confirmImportSchema = z.strictObject({
  revision: z.int(),
  defaultGridId: z.nullable(idSchema),
  gridByBuilding: z.record(key, idSchema),
  choices: z.array(importChoiceSchema).check(z.maxLength(5_000)),
});

/** Is one column as found: its heading, what it was taken for and a few of its values, masked. */
export const importColumnSchema = z.object({
  index: z.int(),
  heading: z.string(),
  field: z.nullable(z.string()),
  samples: z.array(z.string()),
});

/** Is one sheet as found. A sheet without a header is ignored and says so. */
export const importSheetSchema = z.object({
  sheet: z.string(),
  headerFirst: z.int(),
  headerLast: z.int(),
  rows: z.int(),
  columns: z.array(importColumnSchema),
});

/** Is one remark on one row of the file, counted as the spreadsheet program counts, from 1. */
export const importFindingSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  column: z.nullable(z.string()),
  kind: z.string(),
  /** `dropped` = the value is not taken over, `toCheck` = taken over with a mark, `question` = waits for a choice, `note` = for information. */
  effect: z.enum(['dropped', 'toCheck', 'question', 'note']),
  detail: z.nullable(z.string()),
});

/** Is a building of the file with the grid it lies in; null asks for one. */
export const importBuildingSchema = z.object({
  key: z.string(),
  estate: z.nullable(z.string()),
  name: z.string(),
  dwellings: z.int(),
  isNew: z.boolean(),
  gridId: z.nullable(idSchema),
});

/** Asks whether a row is somebody whom the register knows by name and door alone. */
export const importQuestionSchema = z.object({
  key: z.string(),
  sheet: z.string(),
  row: z.int(),
  name: z.string(),
  candidates: z.array(z.object({ personId: idSchema, label: z.string() })),
});

/** Counts what the file holds and what confirming would write. */
export const importCountsSchema = z.record(z.string(), z.int());

/** Is an import as the desk sees it. Nothing is written before it is confirmed. */
export const importAnswerSchema = z.object({
  id: idSchema,
  communityId: idSchema,
  fileName: z.string(),
  createdAt: z.int(),
  state: z.enum(['preview', 'writing', 'done', 'failed']),
  /** Grows with every new preview. */
  revision: z.int(),
  sheets: z.array(importSheetSchema),
  fields: z.array(z.object({ field: z.string(), label: z.string() })),
  counts: importCountsSchema,
  findings: z.array(importFindingSchema),
  /** How many findings there are of each kind; `findings` holds at most the first 2,000. */
  findingCounts: z.record(z.string(), z.int()),
  buildings: z.array(importBuildingSchema),
  grids: z.array(z.object({ id: idSchema, name: z.string() })),
  questions: z.array(importQuestionSchema),
  progress: z.object({ done: z.int(), total: z.int() }),
});

/** Lists the imports of a community, newest first. */
export const importsAnswerSchema = z.object({
  imports: z.array(
    z.object({
      id: idSchema,
      fileName: z.string(),
      createdAt: z.int(),
      state: z.string(),
      rows: z.int(),
      byName: z.string(),
    }),
  ),
});

/** Is how a workbook is read. */
export type ImportMapping = z.infer<typeof importMappingSchema>;
/** Is how one sheet is read. */
export type SheetMapping = z.infer<typeof sheetMappingSchema>;
/** Confirms an import. */
export type ConfirmImport = z.infer<typeof confirmImportSchema>;
/** Is an import as the desk sees it. */
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
/** Is one remark on one row. */
export type ImportFinding = z.infer<typeof importFindingSchema>;
/** Lists imports. */
export type ImportsAnswer = z.infer<typeof importsAnswerSchema>;
