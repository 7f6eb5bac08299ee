import type { IdentifyingPiece } from '@lianxin/domain';
import { t } from '../../locale/messages.ts';
import { ChipButton } from '../../ui/chip-button.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { WishDraft } from './wish-draft.ts';

export interface PublicTextFieldsProps {
  readonly draft: WishDraft;
  /** What in the text tells who or where somebody is. */
  readonly pieces: readonly IdentifyingPiece[];
  readonly isMissing: boolean;
  /** A place no nearer than a building; offered, never filled in by itself. */
  readonly placeSuggestion: string | null;
  readonly onChange: (part: Partial<WishDraft>) => void;
}

const words = t.needs.wish;

/** What the community's volunteers will read, checked while it is written for anything that tells whose it is. */
export const PublicTextFields = ({ draft, pieces, isMissing, placeSuggestion, onChange }: PublicTextFieldsProps) => (
  <>
    <TextField
      label={words.what}
      hint={words.whatHint}
      maxLength={100}
      value={draft.what}
      onChange={(what) => onChange({ what })}
      error={isMissing ? words.whatMissing : null}
    />
    <TextField
      label={words.place}
      hint={
        placeSuggestion !== null && draft.place === '' ? (
          <ChipButton onClick={() => onChange({ place: placeSuggestion })}>{placeSuggestion}</ChipButton>
        ) : (
          words.placeHint
        )
      }
      maxLength={40}
      value={draft.place}
      onChange={(place) => onChange({ place })}
    />
    <TextField
      label={words.timeWindow}
      placeholder={words.timeHint}
      maxLength={60}
      value={draft.timeWindow}
      onChange={(timeWindow) => onChange({ timeWindow })}
    />
    <TextField label={words.skill} maxLength={60} value={draft.skill} onChange={(skill) => onChange({ skill })} />
    {pieces.length > 0 && (
      <Note tone="late" title={words.foundTitle} live>
        <ul>
          {pieces.map(({ kind, piece }) => (
            <li key={`${kind} ${piece}`}>{words.foundLine(piece, words.found[kind])}</li>
          ))}
        </ul>
      </Note>
    )}
  </>
);
