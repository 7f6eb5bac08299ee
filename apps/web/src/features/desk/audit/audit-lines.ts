import { role, unitKind } from '@lianxin/domain';
import type { AuditEntry } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { codeOptions } from '../../../locale/labels.ts';
import { t } from '../../../locale/messages.ts';

/** Names the kinds that the audit can be narrowed to. */
export type AuditKind = keyof typeof tDesk.audit.kinds;

/** Tells the kind of an action by its first word: account.disabled -> accounts. */
export const kindOf = (action: string): AuditKind | null => {
  const first = action.split('.')[0] ?? '';
  const kinds: Readonly<Record<string, AuditKind>> = {
    ledger: 'exports',
    export: 'exports',
    account: 'accounts',
    device: 'accounts',
    invitation: 'accounts',
    operator: 'accounts',
    session: 'accounts',
    import: 'imports',
    rescue: 'imports',
    unit: 'units',
  };
  return kinds[first] ?? null;
};

/** Lists the audit lines of one kind. */
export const entriesOf = (entries: readonly AuditEntry[], kind: AuditKind): readonly AuditEntry[] =>
  kind === 'all' ? entries : entries.filter(({ action }) => kindOf(action) === kind);

/** Words an action; one that is not known yet shows its own name, so that nothing in the audit is hidden. */
export const actionWord = (action: string): string => {
  const words: Readonly<Record<string, string>> = tDesk.audit.actions;
  return words[action] ?? action;
};

/** Words the codes that facts hold: a role, a level, a ledger. */
const codeWords = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(codeOptions([...role.entries, ...unitKind.entries]).map(({ value, label }) => [value, label])),
  ...tDesk.ledgers.kinds,
});

const valueWord = (value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? tDesk.audit.yes : tDesk.audit.no;
  return typeof value === 'number' ? tDesk.desk.count(value) : (codeWords()[value] ?? value);
};

const isHash = (text: string): boolean => /^[0-9a-f]{32,}$/iu.test(text);

/** Words the facts of an audit line, leaving out what is nought or empty; of a hash only as much as is needed to compare it. */
export const factsText = (facts: AuditEntry['facts']): string => {
  const names: Readonly<Record<string, string>> = tDesk.audit.factNames;
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== 0 && value !== '')
    .map(([name, value]) => {
      const word = valueWord(value);
      return `${names[name] ?? name} ${isHash(word) ? `${word.slice(0, 8)}…` : word}`;
    });
  return t.ui.join.clauses(lines);
};

/** Names what an audit line is about, where it is somebody or something that the session may see; the audit itself keeps only ids. */
export const namesOf = (
  known: readonly { readonly id: string; readonly name: string }[],
): ((id: string | null) => string) => {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return (id) => names.get(id ?? '') ?? '';
};
