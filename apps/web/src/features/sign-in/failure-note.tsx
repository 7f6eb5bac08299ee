import { t } from '../../locale/messages.ts';
import type { ApiFailure } from '../../storage/api-client.ts';
import { Note } from '../../ui/note.tsx';

export type FailureNoteProps = { readonly failure: ApiFailure | null };

/** Says why the server did not do it, and what to do next. */
export const FailureNote = ({ failure }: FailureNoteProps) =>
  failure && (
    <Note tone="late" live>
      {failure.code === 'offline' ? t.signIn.needNetwork : t.errors[failure.code]}
    </Note>
  );
