import { type FieldMap, isSameJson, type Json } from '@lianxin/domain';

/** A remark of the file is added to what the register already says: somebody wrote that at the door. */
const addedTexts = new Set(['note']);

/** Lists the fields that a ledger would change. What the ledger leaves blank or masks is absent and stays as it is. */
export const fieldEdits = (current: FieldMap, written: FieldMap): FieldMap => {
  const edits: Record<string, Json> = {};
  for (const [name, value] of Object.entries(written)) {
    const before = current[name] ?? null;
    const after = addedTexts.has(name) ? addedText(before, value) : value;
    if (!isSameJson(before, after)) edits[name] = after;
  }
  return edits;
};

const addedText = (before: Json, value: Json): Json => {
  if (typeof before !== 'string' || before === '' || typeof value !== 'string') return value;
  return before.includes(value) ? before : `${before};${value}`.slice(0, 2_000);
};
