import { membership as membershipSpec, person as personSpec, type RecordSpec } from '@lianxin/domain';
import type { ReactNode } from 'react';
import { fieldLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { ConflictNotes } from '../../storage/intents/conflict-notes.tsx';
import { valueWords } from '../../storage/reading/field-words.ts';
import { openConflictsOn } from '../../storage/reading/open-conflicts.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { isErased } from '../../storage/reading/person-name.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { membershipPart, wholePersonPart } from './form-parts.ts';
import { GonePage } from './gone-page.tsx';
import { MemberTags } from './member-tags.tsx';
import { ageAndSex, formerWords, personName } from './person-words.ts';
import { UncheckedNote } from './unchecked-note.tsx';
import { useOpenMember } from './use-open-member.ts';
import { useToday } from './use-today.ts';

type FactItem = { readonly key: string; readonly term: string; readonly detail: ReactNode };

/** Lists what is known by the labels of the declaration; what nobody knows is left out. */
const factsOf = (spec: RecordSpec, record: object, names: readonly string[]): readonly FactItem[] =>
  Object.entries(record)
    .filter(([name, value]) => names.includes(name) && value !== null)
    .sort(([a], [b]) => names.indexOf(a) - names.indexOf(b))
    .map(([name, value]) => ({
      key: `${spec.name} ${name}`,
      term: fieldLabel(spec.fields[name], name),
      detail: valueWords(spec.fields[name], value),
    }));

/** A person in a household: what is registered, the groups the work is about, and what can be changed. */
export const MemberPage = () => {
  const open = useOpenMember();
  const { view } = useRegister();
  const today = useToday();
  if (open === null) return <GonePage />;
  const { member, address, homeHref } = open;
  const { person, membership } = member;
  const isFormer = membership.toOn !== null;
  return (
    <Page
      title={personName(member)}
      tab={t.register.title}
      back={{ href: homeHref, label: address }}
      sub={ageAndSex(member, today)}
      bar={
        !isFormer && (
          <ActionBar>
            {!isErased(person) && (
              <ButtonLink variant="main" href={pagePaths.editMember(membership.id)}>
                {t.register.actions.editPerson}
              </ButtonLink>
            )}
            <ButtonLink href={pagePaths.endMembership(membership.id)}>{t.register.actions.endMembership}</ButtonLink>
          </ActionBar>
        )
      }
    >
      {isErased(person) && <Note>{t.register.household.erasedNote}</Note>}
      {isFormer && <Note tone="soon">{formerWords(member, today)}</Note>}
      <UncheckedNote records={[{ table: 'person', record: person }]} />
      <ConflictNotes conflicts={openConflictsOn(view, [person.id, membership.id])} />
      <MemberTags member={member} isFormer={isFormer || isErased(person)} />
      <Section title={t.register.member.facts}>
        <Facts
          items={[
            ...factsOf(membershipSpec, membership, [...membershipPart.names, 'relationText']),
            ...(isErased(person) ? [] : factsOf(personSpec, person, [...wholePersonPart.names, 'identityNumberState'])),
          ]}
        />
      </Section>
      {!isErased(person) && (
        <RowList>
          <Row text={t.register.actions.history} href={pagePaths.history('person', person.id)} />
          <Row text={t.register.actions.mergePerson} href={pagePaths.mergePerson(membership.id)} />
          <Row text={t.register.actions.splitPerson} href={pagePaths.splitPerson(membership.id)} />
        </RowList>
      )}
    </Page>
  );
};
