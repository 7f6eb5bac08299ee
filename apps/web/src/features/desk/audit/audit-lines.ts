import type { AuditEntry } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';

/** Names the kinds that the audit can be narrowed to. */
export type AuditKind = keyof typeof tDesk.audit.kinds;

/** Tells the kind of an action by its first word: account.disabled -> accounts. */
export const kindOf = (action: string): AuditKind | null => {
  const first = action.split('.')[0] ?? '';
  const kinds: Readonly<Record<string, AuditKind>> = {
    ledger: 'exports',
    export: 'exports',
    account: 'accounts',
    invitation: 'accounts',
    operator: 'accounts',
    session: 'accounts',
    import: 'imports',
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

const valueWord = (value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? tDesk.audit.yes : tDesk.audit.no;
  return typeof value === 'number' ? tDesk.desk.count(value) : value;
};

const isHash = (text: string): boolean => /^[0-9a-f]{32,}$/iu.test(text);

/** Words the facts of an audit line: counts, numbers and reasons; of a hash only as much as is needed to compare it. */
export const factsText = (facts: AuditEntry['facts']): string => {
  const names: Readonly<Record<string, string>> = tDesk.audit.factNames;
  return Object.entries(facts)
    .map(([name, value]) => {
      const word = valueWord(value);
      return `${names[name] ?? name} ${isHash(word) ? `${word.slice(0, 8)}…` : word}`;
    })
    .join(',');
};
