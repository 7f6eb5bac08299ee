import { questionSetKind, tagKind } from '@lianxin/domain';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { codeOptions } from '../../../locale/labels.ts';
import { ChipGroup } from '../../../ui/chip-group.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { DraftProblem, SetDraft } from './set-draft.ts';
import styles from './set-editor.module.css';

export interface BasicFieldsProps {
  readonly draft: SetDraft;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (part: Partial<SetDraft>) => void;
}

/** Asks what a set is called, what kind it is, of whom and how long it is asked. */
export const BasicFields = ({ draft, problems, onChange }: BasicFieldsProps) => {
  const words = tDeskQuestions;
  const errorOf = (...names: readonly DraftProblem['problem'][]): string | null => {
    const found = problems.find(({ problem }) => names.includes(problem));
    return found === undefined ? null : words.problems[found.problem];
  };
  return (
    <Section title={words.basics}>
      <div className={styles.pair}>
        <TextField
          label={words.name}
          required
          maxLength={60}
          value={draft.name}
          error={errorOf('nameMissing')}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label={words.nameEn}
          maxLength={60}
          value={draft.nameEn}
          onChange={(nameEn) => onChange({ nameEn })}
        />
      </div>
      <SelectField
        label={words.kind}
        hint={words.kindHint}
        options={codeOptions(questionSetKind.entries)}
        value={draft.kind}
        onChange={(kind) => kind !== null && onChange({ kind })}
      />
      <ChipGroup
        mode="multi"
        label={`${words.audience} · ${words.audienceHint}`}
        options={codeOptions(tagKind.entries)}
        value={tagKind.entries.map(({ code }) => code).filter((code) => draft.tagKinds.includes(code))}
        onChange={(tagKinds) => onChange({ tagKinds })}
      />
      <div className={styles.triple}>
        <NumberField
          label={words.minAge}
          unit={words.years}
          value={draft.minAge}
          onChange={(minAge) => onChange({ minAge: minAge === null ? null : Math.min(minAge, 130) })}
        />
        <DateField label={words.from} value={draft.fromOn} onChange={(fromOn) => onChange({ fromOn })} />
        <DateField
          label={words.to}
          value={draft.toOn}
          error={errorOf('periodReversed')}
          onChange={(toOn) => onChange({ toOn })}
        />
      </div>
    </Section>
  );
};
