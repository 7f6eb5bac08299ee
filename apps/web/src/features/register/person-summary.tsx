import { identityNumberState } from '@lianxin/domain';
import type { ReactNode } from 'react';
import { codeLabel } from '../../locale/labels.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { homeWords } from '../../storage/reading/regroupings.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Entry } from '../../ui/entry.tsx';
import { ageAndSex, personName } from './person-words.ts';
import { useToday } from './use-today.ts';

export interface PersonSummaryProps {
  readonly personId: string;
  readonly aside?: ReactNode;
}

/** A person so that two of one name are told apart: year of birth, address, phone, whether a number is registered. */
export const PersonSummary = ({ personId, aside }: PersonSummaryProps) => {
  const { view } = useRegister();
  const today = useToday();
  const person = readRecord(view, 'person', personId);
  if (person === undefined) return null;
  const number = codeLabel(identityNumberState, person.identityNumberState);
  return (
    <Entry
      title={personName({ person })}
      detail={ageAndSex({ person }, today)}
      sub={[homeWords(view, person.id), person.phone, number].filter(Boolean).join(' · ')}
      aside={aside}
    />
  );
};
