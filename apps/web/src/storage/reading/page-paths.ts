/** A door's page, with one of its households in front where there are several. */
const door = (dwellingId: string, householdId: string | null = null): string =>
  householdId === null ? `/door/${dwellingId}` : `/door/${dwellingId}?household=${householdId}`;

const atDoor = (page: string) => (dwellingId: string, householdId: string | null) =>
  householdId === null ? `/door/${dwellingId}/${page}` : `/door/${dwellingId}/${page}?household=${householdId}`;

/** Where the pages of the register, visits and needs are, so that no feature spells another's addresses. */
export const pagePaths = {
  register: '/register',
  building: (buildingId: string) => `/register/building/${buildingId}`,
  entrance: (buildingId: string, entranceId: string) => `/register/building/${buildingId}?entrance=${entranceId}`,
  newDoor: (unitId: string) => `/building/${unitId}/new-door`,
  sortDoors: (buildingId: string) => `/building/${buildingId}/sort`,
  door,
  editDoor: (dwellingId: string) => `/door/${dwellingId}/edit`,
  newHousehold: (dwellingId: string) => `/door/${dwellingId}/new-household`,
  editHousehold: (householdId: string) => `/household/${householdId}/edit`,
  newMember: (householdId: string) => `/household/${householdId}/new-member`,
  moveHousehold: (householdId: string) => `/household/${householdId}/move`,
  endHousehold: (householdId: string) => `/household/${householdId}/end`,
  member: (membershipId: string) => `/member/${membershipId}`,
  editMember: (membershipId: string) => `/member/${membershipId}/edit`,
  endMembership: (membershipId: string) => `/member/${membershipId}/end`,
  newVisit: atDoor('visit'),
  visit: (visitId: string) => `/visit/${visitId}`,
  wrongDoor: (visitId: string) => `/visit/${visitId}/wrong-door`,
  needs: '/needs',
  newNeed: atDoor('need'),
  newWish: atDoor('wish'),
  need: (needId: string) => `/need/${needId}`,
  editNeed: (needId: string) => `/need/${needId}/edit`,
  sync: '/mine/sync',
  held: '/held',
  today: '/today',
  dailyLog: '/today/log',
  scan: '/scan',
  photo: (photoId: string) => `/photo/${photoId}`,
  history: (table: string, id: string) => `/history/${table}/${id}`,
  splitHousehold: (householdId: string) => `/household/${householdId}/split`,
  mergeHousehold: (householdId: string) => `/household/${householdId}/merge`,
  splitPerson: (membershipId: string) => `/member/${membershipId}/split`,
  mergePerson: (membershipId: string) => `/member/${membershipId}/merge`,
  householdCode: (householdId: string) => `/household/${householdId}/code`,
  doorSlip: '/print/slip',
  buildingNotice: (buildingId: string) => `/print/building/${buildingId}`,
} as const;
