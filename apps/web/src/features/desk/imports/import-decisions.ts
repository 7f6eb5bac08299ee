import type { ConfirmImport, ImportAnswer, ImportPreview } from '@lianxin/protocol';

/** Is what a person has decided about an import so far. */
export interface ImportDecisions {
  /** Undefined until somebody chose: a single grid is then the default by itself. */
  readonly defaultGridId?: string | null;
  readonly gridByBuilding: Readonly<Record<string, string>>;
  /** By the question's id. */
  readonly answers: Readonly<Record<string, 'same' | 'different'>>;
}

/** Begins with nothing decided. */
export const nothingDecided: ImportDecisions = { gridByBuilding: {}, answers: {} };

type Building = ImportPreview['buildings'][number];

/** Tells the grid of the new buildings that nobody chose one for; the first grid until somebody says otherwise. */
export const defaultGridOf = ({ grids }: ImportPreview, { defaultGridId }: ImportDecisions): string | null =>
  defaultGridId === undefined ? (grids[0]?.id ?? null) : defaultGridId;

/** Tells the grid a building goes to: the one it lies in already, the chosen one, the one its rows name, or the default. */
export const gridOf = (preview: ImportPreview, decisions: ImportDecisions, building: Building): string | null => {
  if (!building.isNew) return building.gridId;
  // The preview puts a building into the first grid when its rows name none.
  const isNamed = building.gridId !== null && building.gridId !== preview.grids[0]?.id;
  return (
    decisions.gridByBuilding[building.key] ?? (isNamed ? building.gridId : null) ?? defaultGridOf(preview, decisions)
  );
};

/** Lists the buildings that still have no grid. */
export const buildingsWithoutGrid = (preview: ImportPreview, decisions: ImportDecisions): readonly Building[] =>
  preview.buildings.filter((building) => gridOf(preview, decisions, building) === null);

/** Counts the grids that the buildings go to. */
export const gridCount = (preview: ImportPreview, decisions: ImportDecisions): number =>
  new Set(preview.buildings.map((building) => gridOf(preview, decisions, building)).filter((id) => id !== null)).size;

/** Tells what was answered to a question, here or before. */
export const answerTo = (
  question: ImportPreview['questions'][number],
  { answers }: ImportDecisions,
): 'same' | 'different' | null => answers[question.id] ?? question.answer;

/** Counts the questions that nobody answered; those people wait and are not written. */
export const unansweredCount = ({ questions }: ImportPreview, decisions: ImportDecisions): number =>
  questions.filter((question) => answerTo(question, decisions) === null).length;

/** Turns what was decided into the confirmation of the preview that was read; every new building goes exactly where it was shown to go. */
export const confirmationOf = (
  { revision, preview }: Pick<ImportAnswer, 'revision' | 'preview'>,
  decisions: ImportDecisions,
): ConfirmImport => ({
  revision,
  defaultGridId: defaultGridOf(preview, decisions),
  gridByBuilding: Object.fromEntries(
    preview.buildings.flatMap((building) => {
      const gridId = gridOf(preview, decisions, building);
      return building.isNew && gridId !== null ? [[building.key, gridId]] : [];
    }),
  ),
  answers: { ...decisions.answers },
});
