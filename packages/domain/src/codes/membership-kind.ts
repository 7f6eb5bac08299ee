import type { LedgerCodeList } from './code-list.ts';

/** How a person belongs to a household: registration and daily life may be in two places. */
export const membershipKind = {
  name: 'membershipKind',
  standard: 'Lianxin 1',
  entries: [
    { code: 'resident', zh: '常住', en: 'Lives here', synonyms: ['人户一致', '常住人口', '人在户在', '在家'] },
    {
      code: 'registeredAway',
      zh: '户在人不在',
      en: 'Registered here, lives elsewhere',
      synonyms: ['人户分离', '外出', '常年在外', '在外', '户在人不在(外出)', '外出务工'],
    },
    {
      code: 'presentUnregistered',
      zh: '人在户不在',
      en: 'Lives here, registered elsewhere',
      synonyms: ['人在户不在(租住)', '户籍不在'],
    },
    { code: 'twoPlaces', zh: '两地居住', en: 'Lives in two places', synonyms: ['两地', '两头住'] },
  ],
} as const satisfies LedgerCodeList;
