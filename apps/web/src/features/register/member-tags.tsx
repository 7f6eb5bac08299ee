import { tagKind } from '@lianxin/domain';
import { useState } from 'react';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import type { Member, TagRecord } from '../../storage/reading/household.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { AddTagSheet } from './add-tag-sheet.tsx';
import { useToday } from './use-today.ts';

export interface MemberTagsProps {
  readonly member: Member;
  readonly isFormer: boolean;
}

const sinceWords = ({ fromOn, source }: TagRecord, today: string): string =>
  [
    fromOn === null ? null : t.register.member.tagSince(t.dates.day(fromOn, today)),
    source === null ? null : t.register.member.tagSource(source),
  ]
    .filter(Boolean)
    .join(' · ');

/** The groups that the work is about, each with since when and from whom it is known; added and ended here. */
export const MemberTags = ({ member, isFormer }: MemberTagsProps) => {
  const saveAndSay = useSaveAndSay();
  const today = useToday();
  const [isAdding, setAdding] = useState(false);
  const end = (tag: TagRecord): void => {
    const text = t.register.member.tagEnded(codeLabel(tagKind, tag.kind));
    void saveAndSay([{ name: 'tag.end', args: { tagId: tag.id, toOn: today } }], { text });
  };
  return (
    <Section title={t.register.member.tags}>
      <RowList>
        {member.tags.map((tag) => {
          const label = codeLabel(tagKind, tag.kind);
          return (
            <Row
              key={tag.id}
              text={label}
              note={sinceWords(tag, today)}
              trailing={
                <Button variant="quiet" label={t.register.member.endTagLabel(label)} onClick={() => end(tag)}>
                  {t.register.member.endTag}
                </Button>
              }
            />
          );
        })}
        {member.tags.length === 0 && <Row text={t.register.member.noTags} />}
        {!isFormer && <Row tone="press" text={t.register.member.addTag} onClick={() => setAdding(true)} />}
      </RowList>
      <AddTagSheet member={member} open={isAdding} onClose={() => setAdding(false)} />
    </Section>
  );
};
