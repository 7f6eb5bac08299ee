import { t } from '../../locale/messages.ts';
import { Note } from '../../ui/note.tsx';
import { clockWords } from './clock-words.ts';

export type ClockNoteProps = { readonly offsetMs: number };

/** Warns of a wrong clock: visits keep their order all the same, but a person may wonder about the times. */
export const ClockNote = ({ offsetMs }: ClockNoteProps) => {
  const words = clockWords(offsetMs);
  if (words === null) return null;
  return (
    <Note title={t.syncStatus.clock.title} tone="soon">
      {words}
    </Note>
  );
};
