import { tagKind } from '@lianxin/domain';
import { useState } from 'react';
import { Link } from 'wouter';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import type { HouseholdRecord, Member } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Entry } from '../../ui/entry.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Tone } from '../../ui/tone.tsx';
import styles from './household-members.module.css';
import { ageAndSex, formerWords, memberLine, personName } from './person-words.ts';
import type { OpenDoor } from './use-open-door.ts';
import { useToday } from './use-today.ts';

export interface HouseholdMembersProps {
  readonly household: HouseholdRecord;
  readonly members: OpenDoor['members'];
}

const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

interface MemberEntryProps {
  readonly member: Member;
  /** The page's head already says the tags of a household of one. */
  readonly showsTags: boolean;
}

const MemberEntry = ({ member, showsTags }: MemberEntryProps) => {
  const today = useToday();
  const name = personName(member);
  const { phone, verification } = member.person;
  const tags = !showsTags ? [] : member.tags.map((tag) => codeLabel(tagKind, tag.kind));
  return (
    <Entry
      title={
        <Link className={styles.name} href={pagePaths.member(member.membership.id)}>
          {name}
        </Link>
      }
      detail={
        <>
          {ageAndSex(member, today)}{' '}
          <span className={styles.chevron} aria-hidden="true">
            ›
          </span>
        </>
      }
      sub={
        <>
          {[memberLine(member), ...tags].join(' · ')}
          {verification === 'toCheck' && (
            <>
              {' '}
              <Tone tone="soon">{t.register.household.unchecked}</Tone>
            </>
          )}
        </>
      }
      aside={
        phone !== null && (
          <ButtonLink variant="quiet" external href={telephone(phone)} label={t.register.household.callLabel(name)}>
            {t.register.household.call}
          </ButtonLink>
        )
      }
    />
  );
};

/** Who lives in a household, and folded below, who used to. */
export const HouseholdMembers = ({ household, members }: HouseholdMembersProps) => {
  const today = useToday();
  const [showsFormer, setShowsFormer] = useState(false);
  const { nobodyKnown, formerMembers } = t.register.household;
  return (
    <>
      {members.current.length === 0 && household.toOn === null && (
        <EmptyState title={nobodyKnown.title}>{nobodyKnown.body}</EmptyState>
      )}
      <RowList label={t.register.household.members}>
        {members.current.map((member) => (
          <MemberEntry key={member.membership.id} member={member} showsTags={members.current.length > 1} />
        ))}
        {household.phone !== null && (
          <Entry
            title={t.register.household.householdPhone}
            aside={
              <ButtonLink variant="quiet" external href={telephone(household.phone)}>
                {household.phone}
              </ButtonLink>
            }
          />
        )}
        {household.toOn === null && (
          <Row tone="press" text={t.register.actions.addMember} href={pagePaths.newMember(household.id)} />
        )}
        {members.former.length > 0 && (
          <Row
            text={formerMembers(members.former.length)}
            trailing={showsFormer ? '▴' : '▾'}
            onClick={() => setShowsFormer(!showsFormer)}
          />
        )}
        {showsFormer &&
          members.former.map((member) => (
            <Row
              key={member.membership.id}
              text={`${personName(member)} ${ageAndSex(member, today)}`}
              note={formerWords(member, today)}
              href={pagePaths.member(member.membership.id)}
            />
          ))}
      </RowList>
    </>
  );
};
