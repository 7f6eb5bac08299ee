import type { FieldMap, RecordName } from '@lianxin/domain';
import type { ImportedRow, PlannedCreate, PlannedEdit, PlanQuestion, PlanTools } from './import-plan.ts';

/** Collects a plan while it is made. */
export interface PlanWriter {
  readonly tools: PlanTools;
  readonly creates: PlannedCreate[];
  readonly edits: PlannedEdit[];
  readonly questions: PlanQuestion[];
  readonly rows: ImportedRow[];
  /** Plans a new record and tells its id. */
  readonly create: (record: RecordName, fields: FieldMap, identityNumber?: string | null) => string;
  /** Plans changed fields; nothing is planned when nothing changes. */
  readonly edit: (
    record: RecordName,
    target: { readonly id: string; readonly identityNumber?: string | null },
    fields: FieldMap,
  ) => void;
}

/** Makes an empty plan to write to. */
export const createPlanWriter = (tools: PlanTools): PlanWriter => {
  const creates: PlannedCreate[] = [];
  const edits: PlannedEdit[] = [];
  return {
    tools,
    creates,
    edits,
    questions: [],
    rows: [],
    create: (record, fields, identityNumber = null) => {
      const id = tools.newId();
      creates.push({ record, id, fields, ...(identityNumber === null ? {} : { identityNumber }) });
      return id;
    },
    edit: (record, { id, identityNumber = null }, fields) => {
      if (Object.keys(fields).length === 0) return;
      edits.push({ record, id, fields, ...(identityNumber === null ? {} : { identityNumber }) });
    },
  };
};
