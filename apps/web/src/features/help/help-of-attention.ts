import { help, parseNewRecord } from '@lianxin/domain';
import { mutationArguments } from '@lianxin/protocol';
import type { AttentionEntry } from '@lianxin/sync/client';
import { toRecord } from '../../storage/reading/read-record.ts';
import type { HelpRecord } from './help-records.ts';

/** Takes the help out of a mutation that was not accepted, so that it can be mended and saved again. Null when it carried none. */
export const helpOfAttention = (entry: AttentionEntry): HelpRecord | null => {
  const carried =
    entry.name === 'wish.finish'
      ? mutationArguments['wish.finish'][1].safeParse(entry.args)
      : mutationArguments['help.log'][1].safeParse(entry.args);
  const record = carried.success ? carried.data.help : null;
  if (record === null) return null;
  const parsed = parseNewRecord(help, record.fields);
  if (!parsed.ok) return null;
  return toRecord({
    table: 'help',
    id: record.id,
    rev: 0,
    buckets: [],
    deleted: false,
    fields: parsed.value,
    marks: {},
  });
};
