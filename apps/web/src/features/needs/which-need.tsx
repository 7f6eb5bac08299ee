import { needKind } from '@lianxin/domain';
import { useState } from 'react';
import { codeOptions } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import type { NeedRecord } from '../../storage/reading/need-list.ts';
import { ChipButton } from '../../ui/chip-button.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { Sub } from '../../ui/sub.tsx';
import { Tone } from '../../ui/tone.tsx';
import { needWord } from './need-words.ts';

export interface WhichNeedProps {
  readonly needs: readonly NeedRecord[];
  /** The id of a need that is known, or the kind of a new one. */
  readonly value: string | null;
  readonly isMissing: boolean;
  readonly onChange: (about: string | null) => void;
}

/** What the wish is about: a need that is known here, or one that is heard now. */
export const WhichNeed = ({ needs, value, isMissing, onChange }: WhichNeedProps) => {
  const isKnown = needs.some(({ id }) => id === value);
  const [showsKinds, setShowsKinds] = useState(needs.length === 0 || (value !== null && !isKnown));
  const known = needs.map((need) => ({
    value: need.id,
    label: [needWord(need), need.detail].filter(Boolean).join(':'),
  }));
  const kinds = codeOptions(needKind.entries);
  return (
    <>
      <ChipGroup
        mode="single"
        label={t.needs.wish.which}
        options={showsKinds ? [...known, ...kinds] : known}
        value={value}
        onChange={onChange}
      >
        {!showsKinds && <ChipButton onClick={() => setShowsKinds(true)}>{t.needs.wish.whichNew}</ChipButton>}
      </ChipGroup>
      {isMissing && (
        <Sub padded>
          <span role="alert">
            <Tone tone="late">{t.needs.wish.whichMissing}</Tone>
          </span>
        </Sub>
      )}
    </>
  );
};
