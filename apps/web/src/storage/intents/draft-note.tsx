import { t } from '../../locale/messages.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';

export interface DraftNoteProps {
  readonly isRestored: boolean;
  readonly onStartOver: () => void;
}

/** Says that a form opened with what was typed earlier, so that old words are not taken for new ones. */
export const DraftNote = ({ isRestored, onStartOver }: DraftNoteProps) =>
  isRestored && (
    <Note tone="soon">
      {t.register.form.restored}
      <ActionBar>
        <Button variant="slim" onClick={onStartOver}>
          {t.register.form.startOver}
        </Button>
      </ActionBar>
    </Note>
  );
