import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

const key = z.string().check(z.maxLength(300));

/** Says what the columns of one shape of sheet hold: a target for every column, in order. `signature` names the shape. */
export const sheetMappingSchema = z.strictObject({
  signature: z.string().check(z.maxLength(20_000)),
  targets: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200)),
});

/** Is how a workbook is read; remembered for the community and used again for the next file with the same headings. */
export const importMappingSchema = z.array(sheetMappingSchema).check(z.maxLength(60));

const headingRow = z.int().check(z.minimum(1), z.maximum(30));

/** Says which rows of a sheet are its heading, counted from 1 as the spreadsheet program shows them. */
export const sheetHeaderSchema = z.strictObject({
  sheet: z.string().check(z.maxLength(200)),
  headerFirst: headingRow,
  headerLast: headingRow,
});

/** Corrects how a workbook is read, which makes a new preview. Sheets without `headers` keep theirs. */
export const correctMappingSchema = z.strictObject({
  mapping: importMappingSchema,
  headers: z.optional(z.array(sheetHeaderSchema).check(z.maxLength(60))),
});

/** Says whether a row and a known person are one. */
export const samePersonSchema = z.enum(['same', 'different']);

/**
 * Confirms an import: a grid for new buildings (`defaultGridId` for the rest, the community's first grid when none is named) and answers
 * to the questions; who has no answer waits and is not written. `revision` is the one of the preview that was read. An empty body
 * confirms the preview as it stands.
 */
export const confirmImportSchema = z.strictObject({
  revision: z.optional(z.int()),
  defaultGridId: z.optional(z.nullable(idSchema)),
  gridByBuilding: z.optional(z.record(key, idSchema)),
  answers: z.optional(z.record(key, samePersonSchema)),
});

/** Is one column as found: its heading (and the heading above it), what it was taken for, how surely (0–1), and a few of its values, masked. */
export const importColumnSchema = z.object({
  heading: z.string(),
  group: z.string(),
  target: z.string(),
  confidence: z.number(),
  samples: z.array(z.string()),
});

/** Is the first rows of a sheet, at most 8, so that somebody can point at the headings. What may be about people is masked. */
const topSchema = z.array(z.array(z.string()));

/** Is one sheet that was recognised as a ledger. Heading rows count from 1, as the spreadsheet program shows them. */
export const importSheetSchema = z.object({
  sheet: z.string(),
  signature: z.string(),
  headerFirst: z.int(),
  headerLast: z.int(),
  rows: z.int(),
  columns: z.array(importColumnSchema),
  top: topSchema,
});

/** Is one remark on one row of the file, counted from 1; row 0 is the sheet as a whole. `look` asks for a glance. */
export const importFindingSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  kind: z.string(),
  label: z.string(),
  look: z.boolean(),
  field: z.nullable(z.string()),
  door: z.string(),
  name: z.string(),
  original: z.string(),
  understood: z.string(),
});

/** Is a building of the file with the grid it lies in; null asks for one. */
export const importBuildingSchema = z.object({
  key: z.string(),
  label: z.string(),
  dwellings: z.int(),
  isNew: z.boolean(),
  gridId: z.nullable(idSchema),
});

/** Asks whether a row is somebody whom the register knows: `sameName` at the same door without a number, or `sameNumber` on another name. */
export const importQuestionSchema = z.object({
  id: z.string(),
  kind: z.enum(['sameName', 'sameNumber']),
  sheet: z.string(),
  row: z.int(),
  door: z.string(),
  name: z.string(),
  answer: z.nullable(samePersonSchema),
});

/** Describes a file: what it holds and what confirming it would write. Names, phones and ID numbers are masked. */
export const importPreviewSchema = z.object({
  sheets: z.array(importSheetSchema),
  /** Sheets in which no headings were found; when all of them are, somebody has to point at the headings. */
  otherSheets: z.array(z.object({ sheet: z.string(), top: topSchema })),
  /** What a column can be taken for, with its Chinese name. */
  targets: z.array(z.object({ target: z.string(), label: z.string() })),
  /** What the file holds: doors, households, personRows, vacantDoors, idRuined, lookRows, … */
  counts: z.record(z.string(), z.int()),
  /** What confirming would write: newDwellings, newHouseholds, newPeople, changedPeople, unchangedPeople, waitingPeople, … */
  changes: z.record(z.string(), z.int()),
  /** At most the first 2,000, those that ask for a glance before the others. */
  findings: z.array(importFindingSchema),
  findingCounts: z.record(z.string(), z.int()),
  buildings: z.array(importBuildingSchema),
  grids: z.array(z.object({ id: idSchema, name: z.string() })),
  questions: z.array(importQuestionSchema),
});

/** Is an import as the desk sees it. Nothing is written before it is confirmed. */
export const importAnswerSchema = z.object({
  id: idSchema,
  communityId: idSchema,
  fileName: z.string(),
  createdAt: z.int(),
  state: z.enum(['preview', 'writing', 'done', 'failed']),
  /** Grows with every new preview. */
  revision: z.int(),
  progress: z.object({ done: z.int(), total: z.int() }),
  preview: importPreviewSchema,
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
/** Corrects how a workbook is read. */
export type CorrectMapping = z.infer<typeof correctMappingSchema>;
/** Says what the columns of one shape of sheet hold. */
export type SheetMapping = z.infer<typeof sheetMappingSchema>;
/** Confirms an import. */
export type ConfirmImport = z.infer<typeof confirmImportSchema>;
/** Is an import as the desk sees it. */
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
/** Describes a file: what it holds and what confirming it would write. */
export type ImportPreview = z.infer<typeof importPreviewSchema>;
/** Is one remark on one row. */
export type ImportFinding = z.infer<typeof importFindingSchema>;
/** Is one sheet that was recognised as a ledger. */
export type ImportSheet = z.infer<typeof importSheetSchema>;
/** Lists imports. */
export type ImportsAnswer = z.infer<typeof importsAnswerSchema>;
