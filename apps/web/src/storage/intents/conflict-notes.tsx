import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import type { OpenConflict } from '../reading/open-conflicts.ts';
import { useWorkspace } from '../use-workspace.ts';
import { useDecideLater } from './use-decide-later.ts';

export interface ConflictNotesProps {
  readonly conflicts: readonly OpenConflict[];
  /** Whether each says whose value it is; not needed on the page of the record itself. */
  readonly namesSubject?: boolean;
}

/** Two versions of one value: who wrote what and when, and two buttons to end it. */
export const ConflictNotes = ({ conflicts, namesSubject = false }: ConflictNotesProps) => {
  const { session } = useWorkspace();
  const { isDecided, decide } = useDecideLater();
  const words = t.register.conflict;
  const who = (name: string | null): string => {
    if (name === null) return words.somebody;
    return name === session.account.name ? words.you : words.colleague(name);
  };
  const when = (at: number | null): string => (at === null ? '' : t.dates.moment(at, systemClock.now()));
  const end = ({ id, seen }: OpenConflict, state: 'kept' | 'changed'): void =>
    decide({
      ids: [id],
      intents: [{ name: 'conflict.decide', args: { conflictId: id, state, seen } }],
      said: state === 'kept' ? words.kept : words.changed,
      saved: words.decided,
    });

  return conflicts
    .filter(({ id }) => !isDecided(id))
    .map((conflict) => (
      <Note key={conflict.id} tone="soon" title={namesSubject ? words.titleOf(conflict.about) : words.title}>
        <p>{words.current(conflict.field, who(conflict.currentBy), when(conflict.currentAt), conflict.current)}</p>
        <p>{words.other(who(conflict.otherBy), when(conflict.otherAt), conflict.other)}</p>
        <ActionBar>
          <Button onClick={() => end(conflict, 'kept')}>{words.keep}</Button>
          <Button onClick={() => end(conflict, 'changed')}>{words.take}</Button>
        </ActionBar>
      </Note>
    ));
};
