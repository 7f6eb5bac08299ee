import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import type { OpenConflict } from '../../storage/reading/open-conflicts.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';

export interface ConflictNotesProps {
  readonly conflicts: readonly OpenConflict[];
}

/** Two versions of one value: who wrote what and when, and two buttons to end it. */
export const ConflictNotes = ({ conflicts }: ConflictNotesProps) => {
  const { session } = useWorkspace();
  const saveAndSay = useSaveAndSay();
  const words = t.register.conflict;
  const who = (name: string | null): string => {
    if (name === null) return words.somebody;
    return name === session.account.name ? words.you : words.colleague(name);
  };
  const when = (at: number | null): string => (at === null ? '' : t.dates.moment(at, systemClock.now()));
  const decide = ({ id, seen }: OpenConflict, state: 'kept' | 'changed'): void =>
    void saveAndSay([{ name: 'conflict.decide', args: { conflictId: id, state, seen } }], { text: words.decided });

  return conflicts.map((conflict) => (
    <Note key={conflict.id} tone="soon" title={words.title}>
      <p>{words.current(conflict.field, who(conflict.currentBy), when(conflict.currentAt), conflict.current)}</p>
      <p>{words.other(who(conflict.otherBy), when(conflict.otherAt), conflict.other)}</p>
      <ActionBar>
        <Button onClick={() => decide(conflict, 'kept')}>{words.keep}</Button>
        <Button onClick={() => decide(conflict, 'changed')}>{words.take}</Button>
      </ActionBar>
    </Note>
  ));
};
