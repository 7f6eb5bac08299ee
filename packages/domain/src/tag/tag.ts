import { tagKind } from '../codes/tag-kind.ts';
import { day, requiredCode, requiredReference, text } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Declares that a person belongs to a group that the work is about, with dates and where the knowledge comes from. */
export const tag = defineRecord({
  name: 'tag',
  label: { zh: '标签', en: 'tag' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '确定关照对象和走访频次', legalBasis: 'duty', retainYears: 3 },
  fields: {
    personId: requiredReference('人员', 'person', 'person'),
    kind: requiredCode('类别', 'kind', tagKind, {
      merge: 'fixed',
      sensitivity: 'sensitive',
      mask: 'omit',
      synonyms: ['特殊人群', '人群类别', '类别', '人员类别', '特殊群体', '标签', '人群', '重点人群'],
    }),
    source: text('来源', 'source', { merge: 'fixed', max: 100 }),
    fromOn: day('开始', 'from', { merge: 'fixed' }),
    toOn: day('结束', 'to', { merge: 'server' }),
    ...governed,
  },
});

/** Is one group that a person belongs to. */
export type Tag = RecordOf<typeof tag>;
