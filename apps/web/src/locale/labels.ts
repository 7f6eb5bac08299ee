import { type CodeList, type FieldSpec, type Label, codeLabel as labelIn } from '@lianxin/domain';
import { language } from './language.ts';

const column = (): 'zh' | 'en' => (language() === 'en' ? 'en' : 'zh');

/** Gives the label of a code in the language in use. Pages take labels from here; the domain's own function is for ledgers, which are Chinese. */
export const codeLabel = (list: CodeList, code: string): string => labelIn(list, code, column());

/** Gives the label of a record or a field in the language in use. */
export const labelText = (label: Label): string => label[column()];

/** Gives the label of a field by its name, which a newer server may know and this page not. */
export const fieldLabel = (spec: FieldSpec | undefined, name: string): string =>
  spec === undefined ? name : labelText(spec.label);

/** Lists codes as the options of a choice, labelled in the language in use. */
export const codeOptions = <C extends string>(
  entries: readonly { readonly code: C; readonly zh: string; readonly en: string }[],
): readonly { readonly value: C; readonly label: string }[] =>
  entries.map((entry) => ({ value: entry.code, label: entry[column()] }));
