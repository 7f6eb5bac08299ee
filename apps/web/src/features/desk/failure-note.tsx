import type { ApiFailure } from '../../storage/api-client.ts';
import { Note } from '../../ui/note.tsx';
import { failureSentence } from './failure-sentence.ts';

/** Says at the place of a press why nothing came of it; what was typed stays. */
export const FailureNote = ({ failure }: { readonly failure: ApiFailure | null }) =>
  failure === null ? null : (
    <Note tone="late" live>
      {failureSentence(failure)}
    </Note>
  );
