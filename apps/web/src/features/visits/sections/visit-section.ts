import type { Intent, RowView } from '@lianxin/sync/client';
import type { ComponentType } from 'react';
import type { DwellingRecord } from '../../../storage/reading/door-state.ts';
import type { VisitDraft } from '../visit-draft.ts';

/** Is what a part of the visit sheet works on; it shows nothing when it has nothing to ask. */
export interface VisitSectionProps {
  readonly dwelling: DwellingRecord;
  readonly draft: VisitDraft;
  readonly onChange: (part: Partial<VisitDraft>) => void;
  /** Says, in words for the person who presses save, what the visit has to wait for; null when there is nothing any more. */
  readonly onWait: (why: string | null) => void;
}

/** Is a visit that is being saved, for what is saved along with it in the same transaction. */
export interface VisitBeingSaved {
  readonly view: RowView;
  readonly draft: VisitDraft;
  readonly visitId: string;
  readonly dwelling: DwellingRecord;
  readonly householdId: string | null;
  readonly newId: () => string;
}

/** Is one part of the visit sheet: what it shows, and what it saves beside the visit. */
export interface VisitSection {
  readonly name: string;
  readonly Section: ComponentType<VisitSectionProps>;
  readonly toIntents: (made: VisitBeingSaved) => readonly Intent[];
}
