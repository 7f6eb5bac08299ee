import { dwelling, household, membership, person } from '@lianxin/domain';
import { t } from '../../locale/messages.ts';
import type { FormPart } from '../../storage/intents/record-form.tsx';

const words = t.register.form;

/** What is asked of a door; in floors also on which one. */
export const doorPart = (hasFloors: boolean): FormPart => ({
  key: 'dwelling',
  spec: dwelling,
  names: hasFloors ? ['doorLabel', 'floor', 'use', 'note'] : ['doorLabel', 'landmark', 'use', 'note'],
  hints: { doorLabel: words.doorHint, landmark: words.landmarkHint },
});

/** What is asked of a household. */
export const householdPart: FormPart = {
  key: 'household',
  spec: household,
  names: ['roomLabel', 'phone', 'fromOn', 'householdNo', 'note'],
  hints: { roomLabel: words.roomHint },
};

/** How a person belongs to a household. */
export const membershipPart: FormPart = {
  key: 'membership',
  spec: membership,
  names: ['relationToHead', 'kind', 'livesWhereRegistered', 'fromOn'],
};

/** What is asked of a person at the door; the rest can be added when there is time. */
export const shortPersonPart: FormPart = {
  key: 'person',
  spec: person,
  names: ['name', 'sex', 'birthOn', 'phone'],
  hints: { name: words.nameHint },
};

/** Everything a phone may know of a person. An ID number is not among it. */
export const wholePersonPart: FormPart = {
  ...shortPersonPart,
  names: [
    ...shortPersonPart.names,
    'populationKind',
    'maritalStatus',
    'education',
    'politicalStatus',
    'occupation',
    'workplace',
    'registeredAddress',
    'note',
  ],
};
